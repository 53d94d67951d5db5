import ArgumentParser
import TunePipeline

/// The command.
@main
struct TuneprepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuneprep",
        abstract:
            "Checks, counts, converts and prices fine-tuning data; delivers it; retrieves and verifies models.",
        discussion: """
            example: tuneprep check train.csv --validation valid.csv

            Exit status: 0 done and clean; 1 findings at or above --fail-on, or a budget exceeded; 2 the job could not
            be done.
            """,
        version: Tuneprep.version,
        subcommands: [
            CheckCommand.self, ConvertCommand.self, SplitCommand.self, CountCommand.self, CostCommand.self,
            ModelsCommand.self, TokenizersCommand.self, ExplainCommand.self, UnpackCommand.self,
            VerifyCommand.self, UploadCommand.self, JobsCommand.self, DownloadCommand.self,
        ])

    static func main() async {
        Terminal.ignoreClosedPipes()
        Terminal.leaveNoCoreFiles()
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            try refuseUnknownCommand(arguments[...], of: self)
            var command = try parseAsRoot(
                try ProjectDefaults.added(to: arguments, commands: configuration.subcommands))
            if let command = command as? any InterruptibleCommand {
                try await Interruption.run(command)
            } else if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.exit(after: error, root: self)
        }
    }

    /// A word in the place of a command that is none gets the near misses; the parser would only call it unexpected.
    private static func refuseUnknownCommand(
        _ words: ArraySlice<String>, of command: any ParsableCommand.Type, under parents: String = ""
    ) throws {
        let subcommands = command.configuration.subcommands
        guard let word = words.first, !word.hasPrefix("-"), !subcommands.isEmpty else { return }
        if let next = subcommands.first(where: { $0._commandName == word }) {
            try refuseUnknownCommand(words.dropFirst(), of: next, under: parents + word + " ")
        } else if word != "help" || !parents.isEmpty {
            throw ArgumentValue.unknown(
                "there is no command `\(parents)\(word)`", word: word,
                among: subcommands.map { $0._commandName })
        }
    }
}
