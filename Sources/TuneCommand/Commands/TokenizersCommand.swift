package import ArgumentParser
import TuneBytes
import TunePipeline
import TuneReport
import TuneTokens

/// `tuneprep tokenizers`: the vocabularies by which tokens are counted exactly.
package struct TokenizersCommand: AsyncParsableCommand {
    /// The commands below it, with a `pull` that hands over.
    package static let configuration = tree(pull: HandedOver.Pull.self)

    /// The commands below it, with this `pull`.
    package static func tree(pull: any ParsableCommand.Type) -> CommandConfiguration {
        CommandConfiguration(
            commandName: "tokenizers",
            abstract: "List, add, pull and verify the vocabularies by which tokens are counted exactly.",
            discussion: """
                example: tuneprep tokenizers add tokenizer.json

                A vocabulary is a model's tokenizer.json, tokenizer.model (SentencePiece or tiktoken text) or .tiktoken \
                file. It is copied to the cache and compiled there; without one, tokens are estimated.
                """,
            subcommands: [List.self, Add.self, pull, Verify.self], defaultSubcommand: List.self)
    }

    /// A command without options of its own.
    package init() {}

    /// `tuneprep tokenizers list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the families, and how the tokens of each are counted.",
            discussion: "example: tuneprep tokenizers list")

        @OptionGroup(title: "Output") var output: OutputArguments

        func run() throws {
            let rendering = try output.rendering()
            let list = TokenizerList(TokenizerChoice(environment: Environment.variables()))
            try output.emit(list, in: rendering)
        }
    }

    /// `tuneprep tokenizers add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a vocabulary: a file, or a model's folder.",
            discussion: "example: tuneprep tokenizers add tokenizer.model")

        @Argument(help: "A vocabulary, or a folder that holds one.", completion: .file())
        var paths: [String]

        @Option(help: "The family it counts for: llama-3, qwen-2 or mistral (default: found by content).")
        var family: String?

        @Flag(name: [.short, .long], help: "Print nothing but errors.")
        var quiet = false

        func run() throws {
            let family: ModelFamily? = try family.map { try ArgumentValue.choice($0, for: "--family") }
            let store = try TokenizerStore(environment: Environment.variables())
            for path in paths {
                let entry = try store.add(path, family: family)
                if !quiet { Terminal.write(entry.addedLine.text + "\n") }
            }
        }
    }

    /// `tuneprep tokenizers verify`.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that the vocabularies added have the bytes they were added with.",
            discussion: "example: tuneprep tokenizers verify")

        @Flag(name: [.short, .long], help: "Print nothing but errors.")
        var quiet = false

        func run() throws {
            let store = try TokenizerStore(environment: Environment.variables())
            var isSound = true
            for entry in store.entries {
                let defect = store.defect(of: entry)
                if defect != nil { isSound = false }
                if !quiet || defect != nil { Terminal.write(entry.verdict(defect).text + "\n") }
            }
            for family in store.damaged {
                isSound = false
                Terminal.write("\(family.rawValue): \(TokenizerEntry.damaged)\n")
            }
            if isSound, store.entries.isEmpty, !quiet { Terminal.write("no vocabulary has been added\n") }
            if !isSound { throw ExitCode(1) }
        }
    }
}
