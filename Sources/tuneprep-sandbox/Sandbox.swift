import ArgumentParser
import Hummingbird

/// The command.
@main
struct Sandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuneprep-sandbox", abstract: "A local stand-in for the fine-tuning service.")

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8080

    func run() async throws {
        let router = Router()
        router.get("/") { _, _ in "tuneprep-sandbox\n" }
        let app = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
        try await app.runService()
    }
}
