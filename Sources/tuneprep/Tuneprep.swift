import ArgumentParser
import TunePipeline

/// The command.
@main
struct Tuneprep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuneprep",
        abstract: "Checks, counts, converts and prices fine-tuning data, offline.",
        discussion: """
            example: tuneprep check train.csv --validation valid.csv

            Exit status: 0 done and clean; 1 findings at or above --fail-on, or a budget exceeded; 2 the job could not
            be done.
            """,
        version: TunePipeline.Tuneprep.version,
        subcommands: [
            CheckCommand.self, ConvertCommand.self, SplitCommand.self, CountCommand.self, CostCommand.self,
            ModelsCommand.self, TokenizersCommand.self, ExplainCommand.self,
        ])

    static func main() async {
        Terminal.ignoreClosedPipes()
        do {
            try refuseUnknownCommand(CommandLine.arguments.dropFirst().first)
            let arguments = Array(CommandLine.arguments.dropFirst())
            var command = try parseAsRoot(
                try ProjectDefaults.added(to: arguments, commands: configuration.subcommands))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Farewell.exit(after: error, root: self)
        }
    }

    /// A first word that is no command gets the near misses; the parser would only call it unexpected.
    private static func refuseUnknownCommand(_ word: String?) throws {
        let known = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let word, !word.hasPrefix("-"), word != "help", !known.contains(word) else { return }
        throw Words.unknown("there is no command `\(word)`", word, known)
    }
}
