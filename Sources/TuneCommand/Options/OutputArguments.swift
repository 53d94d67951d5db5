import ArgumentParser
import TuneBytes
package import TuneFindings
import TunePipeline
package import TuneReport
import TuneText

/// How results are shown; shared by every command that prints data.
package struct OutputArguments: ParsableArguments {
    /// The name of a style, as it was said.
    @Option(
        help: "How results are printed: \(ReportStyles.namesInWords).",
        completion: .list(ReportStyles.all.map(\.name)))
    package var format = "full"

    @Option(help: "Write the results to a file instead of standard output.", completion: .file())
    var output: String?

    @Option(help: "Colours: auto, always or never.")
    var color = "auto"

    /// Whether nothing but errors is printed.
    @Flag(name: [.short, .long], help: "Print nothing but errors.")
    package var quiet = false

    /// The options as they are when nothing is said.
    package init() {}

    /// How results are printed: in the style asked for, in the colours and the width of where they go.
    /// A command names the formats that only it knows, for help.
    package func rendering(failsAt: Severity? = nil, known others: [String] = []) throws -> Rendering {
        guard let style = ReportStyles.named(format) else {
            throw ArgumentValue.unknown(
                "`\(format)` is not something `--format` knows", word: format,
                among: ReportStyles.all.map(\.name) + others
            )
        }
        return try rendering(style, failsAt: failsAt)
    }

    /// The same in a style that is known.
    package func rendering(_ style: any ReportStyle, failsAt: Severity? = nil) throws -> Rendering {
        let choice: Terminal.ColorChoice = try ArgumentValue.choice(color, for: "--color")
        let hasColors = output == nil ? Terminal.hasColors(choice) : choice == .always
        return Rendering(
            style, palette: Palette(isOn: hasColors), width: output == nil ? Terminal.width : 100,
            failsAt: failsAt)
    }

    /// Refuses to write the results over a file that the run reads or writes.
    package func keepApart(from paths: [String?]) throws {
        guard let output else { return }
        try PathConflict.check(inputs: paths.compactMap { $0 }, outputs: [output])
    }

    /// Prints a result, or writes it to the file asked for.
    package func emit(_ result: some Reported, in rendering: Rendering) throws {
        try emit(rendering.text(of: result))
    }

    /// Prints `text`, or writes it to the file asked for.
    package func emit(_ text: String) throws {
        guard let output else {
            if !quiet { Terminal.write(text) }
            return
        }
        do {
            let file = try AtomicFile(path: output)
            try file.write(Array(text.utf8))
            try file.commit()
        } catch {
            throw RunError(error)
        }
    }
}
