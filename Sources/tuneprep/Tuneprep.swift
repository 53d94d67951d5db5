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
            ModelsCommand.self, ExplainCommand.self,

        ])

    static func main() async {
        Terminal.ignoreClosedPipes()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Farewell.exit(after: error, root: self)
        }
    }
}
