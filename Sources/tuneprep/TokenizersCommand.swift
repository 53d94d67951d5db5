import ArgumentParser
import TunePipeline
import TuneTokens

/// `tuneprep tokenizers`: the vocabularies by which tokens are counted exactly.
struct TokenizersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokenizers",
        abstract: "List, add, pull and verify the vocabularies by which tokens are counted exactly.",
        discussion: """
            example: tuneprep tokenizers add tokenizer.json

            A vocabulary is a model's tokenizer.json, tokenizer.model (SentencePiece or tiktoken text) or .tiktoken file. It
            is copied to the cache and compiled there; without one, tokens are estimated.
            """,
        subcommands: [List.self, Add.self, Verify.self], defaultSubcommand: List.self)

    /// `tuneprep tokenizers list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the families, and how the tokens of each are counted.",
            discussion: "example: tuneprep tokenizers list")

        @OptionGroup(title: "Output") var output: OutputOptions

        func run() throws {
            let format = try output.formatChoice()
            let list = TokenizerList(try TokenizerChoice(environment: Environment.variables))
            switch format {
            case .full, .concise: try output.emit(list.text)
            case .json: try output.emit(list.json.rendered(isIndented: true) + "\n")
            case .jsonl: try output.emit(list.json.rendered(isIndented: false) + "\n")
            }
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
            let family: ModelFamily? = try family.map { try Words.choice($0, "--family") }
            let store = try TokenizerChoice(environment: Environment.variables).store
            for path in paths {
                let entry = try store.add(path, family: family)
                if !quiet { Terminal.write(entry.added) }
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
            let store = try TokenizerChoice(environment: Environment.variables).store
            var isSound = true
            for entry in store.entries {
                let fault = store.fault(of: entry)
                if fault != nil { isSound = false }
                if !quiet || fault != nil { Terminal.write(entry.verdict(fault)) }
            }
            if store.entries.isEmpty, !quiet { Terminal.write("no vocabulary has been added\n") }
            if !isSound { throw ExitCode(1) }
        }
    }
}
