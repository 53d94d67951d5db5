import ArgumentParser
import TuneBytes
import TuneCommand
import TuneDelivery
import TunePipeline
import TuneReport
import TuneTokens
import TuneTransfer

/// `tuneprep tokenizers pull`.
struct TokenizersPullCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: CommandSummary.pull,
        discussion: """
            example: tuneprep tokenizers pull Qwen2.5-14B-Instruct

            Gated models need a token in HF_TOKEN, or one saved by the hub's own tools. HF_ENDPOINT names another hub.
            """)

    @Argument(help: "A base model, a family, or a repository as in `Qwen/Qwen2.5-14B-Instruct`.")
    var name: String

    @Option(help: "A branch, a tag or a commit.")
    var revision = "main"

    @Option(help: "The family it counts for: llama-3, qwen-2 or mistral (default: found by content).")
    var family: String?

    @Flag(name: [.short, .long], help: "Print nothing but errors.")
    var quiet = false

    func run() async throws {
        let family: ModelFamily? = try family.map { try ArgumentValue.choice($0, for: "--family") }
        guard let repository = TokenizerPull.repository(name) else {
            let known = BaseModel.all.map(\.name) + ModelFamily.allCases.map(\.rawValue)
            throw ArgumentValue.unknown(
                "`\(name)` is no model whose repository is known", word: name, among: known,
                else: "`tuneprep models` lists them; name others as in `Qwen/Qwen2.5-14B-Instruct`")
        }
        let variables = Environment.online
        let store = try TokenizerStore(environment: variables)
        let pull = try TokenizerPull(to: store, environment: variables)
        let transport = HTTPTransport(environment: variables)
        let isQuiet = quiet
        do {
            let entry = try await pull.pull(
                repository, revision: revision, family: family, over: transport
            ) { note in
                if !isQuiet, let line = note.line { Notice.say(line) }
            }
            await transport.shutdown()
            if !quiet { Terminal.write(entry.addedLine.text + "\n") }
        } catch {
            await transport.shutdown()
            throw error
        }
    }
}
