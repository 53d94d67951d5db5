import ArgumentParser
import TuneBytes
import TuneFindings
import TunePipeline
import TuneText

/// Ends the process: 0 clean, 1 findings or a budget exceeded, 2 the job could not be done, 130 or 143 interrupted.
enum ExitStatus {
    /// Says why, and exits with the fitting status.
    static func exit(after error: any Error, root: any ParsableCommand.Type) -> Never {
        if let code = error as? ExitCode { leave(code.rawValue) }
        if let error = error as? RunError {
            if error.isClosedPipe { leave(0) }
            Terminal.say(text(of: error))
            leave(Interruption.status ?? 2)
        }
        let message = root.fullMessage(for: error)
        if root.exitCode(for: error) == .success {
            Terminal.write(message + "\n")
            leave(0)
        }
        Terminal.say(lowered(message) + "\n")
        leave(2)
    }

    private static func text(of error: RunError) -> String {
        let palette = Terminal.palette(.auto, isErrorOutput: true)
        var lines = ["\(palette.paint("error", .error)): \(error.message)"]
        if let place = error.place { lines.append("   --> \(place)") }
        lines += error.help.map { "  help: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The parser's message in this tool's voice.
    private static func lowered(_ message: String) -> String {
        guard message.hasPrefix("Error: ") else { return message }
        let rest = message.dropFirst(7)
        let lines = rest.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        var first = String(lines.first ?? "")
        if first.hasSuffix(".") { first.removeLast() }
        first = first.prefix(1).lowercased() + first.dropFirst()
        let behind = lines.count > 1 ? "\n" + lines[1] : ""
        return "error: \(first)\(behind)"
    }

    private static func leave(_ status: CInt) -> Never {
        System.exit(status)
    }
}
