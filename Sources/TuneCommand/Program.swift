package import ArgumentParser
import TunePipeline

/// What the programs of tuneprep have in common: one tree of commands, and how one of them is run.
package enum Program {
    /// The root of the commands, in the order of the work. Those that speak to a service are the caller's: the real
    /// ones, or ones that hand over.
    package static func configuration(
        tokenizers: any ParsableCommand.Type, upload: any ParsableCommand.Type,
        jobs: any ParsableCommand.Type,
        download: any ParsableCommand.Type
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: "tuneprep",
            abstract:
                "Checks, counts, converts and prices fine-tuning data; delivers it; retrieves and verifies models.",
            discussion: """
                example: tuneprep check train.csv --validation valid.csv

                Exit status: 0 done and clean; 1 findings at or above --fail-on, or a budget exceeded; 2 the job could not \
                be done.
                """,
            version: Tuneprep.version,
            subcommands: [
                CheckCommand.self, ConvertCommand.self, SplitCommand.self, CountCommand.self,
                CostCommand.self,
                ModelsCommand.self, tokenizers, ExplainCommand.self, upload, jobs, download,
                UnpackCommand.self, VerifyCommand.self,
            ])
    }

    /// Runs the command that the arguments of the process name, and ends with its status: in this program, or in the one
    /// that it is handed over to.
    package static func main(_ root: any AsyncParsableCommand.Type) async {
        Terminal.ignoreClosedPipes()
        Terminal.leaveNoCoreFiles()
        do {
            guard !CommandLine.arguments.isEmpty else {
                throw RunError(
                    "the arguments cannot be read", help: ["mount `/proc`: on Linux they are read from there"]
                )
            }
            let arguments = Array(CommandLine.arguments.dropFirst())
            try refuseUnknownCommand(arguments[...], of: root)
            try HandOver.performIfMeant(by: arguments, below: root)
            var command = try root.parseAsRoot(
                try ProjectDefaults.added(to: arguments, commands: root.configuration.subcommands))
            if let command = command as? any InterruptibleCommand {
                try await Interruption.run(command)
            } else if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ExitStatus.exit(after: error, root: root)
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
