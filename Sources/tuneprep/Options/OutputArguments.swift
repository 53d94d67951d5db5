import ArgumentParser
import TuneBytes
import TuneFindings
import TunePipeline

/// How results are shown; shared by every command that prints data.
struct OutputArguments: ParsableArguments {
    @Option(
        help: "How results are printed: full, concise, json or jsonl.",
        completion: .list(["full", "concise", "json", "jsonl"]))
    var format = "full"

    @Option(help: "Write the results to a file instead of standard output.", completion: .file())
    var output: String?

    @Option(help: "Colours: auto, always or never.")
    var color = "auto"

    @Flag(name: [.short, .long], help: "Print nothing but errors.")
    var quiet = false

    /// The ways results are printed.
    enum Format: String, CaseIterable { case full, concise, json, jsonl }

    /// The way asked for.
    func formatChoice() throws -> Format { try ArgumentValue.choice(format, "--format") }

    /// The colours of what is printed: none in a file.
    func palette() throws -> Palette { Palette(isOn: try colors()) }

    /// Whether what is printed has colours.
    func colors() throws -> Bool {
        let choice: Terminal.ColorChoice = try ArgumentValue.choice(color, "--color")
        return output == nil ? Terminal.hasColors(choice) : choice == .always
    }

    /// Refuses to write the results over a file that the run reads or writes.
    func keepApart(from paths: [String?]) throws {
        guard let output else { return }
        try PathConflict.check(inputs: paths.compactMap { $0 }, outputs: [output])
    }

    /// Prints `text`, or writes it to the file asked for.
    func emit(_ text: String) throws {
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
