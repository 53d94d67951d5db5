import ArgumentParser
import Foundation

/// The command.
@main
struct Sandbox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuneprep-sandbox",
        abstract: "A local stand-in for the fine-tuning service: nothing leaves the machine, nothing costs.")

    @Option(help: "The port to listen on; 0 takes any that is free.")
    var port = 8787

    @Option(help: "The port of signed URLs; 0 takes any that is free.")
    var signedPort = 0

    @Option(help: "The folder that keeps files, datasets and jobs; without it they go with the process.")
    var state: String?

    @Option(help: "A JSON file of switches and faults; docs/sandbox.md lists them.")
    var scenario: String?

    @Flag(help: "Each look at a job moves it on.")
    var fast = false

    @Option(help: "Seconds that one training step takes.")
    var secondsPerStep: Double?

    @Option(help: "Dollars for a million billed tokens.")
    var price: Double?

    @Option(help: "Dollars that jobs may cost in all.")
    var credit: Double?

    @Option(help: "A number from which new ids are made, the same in every run.")
    var seed: Int?

    func validate() throws {
        guard 0...65_535 ~= port, 0...65_535 ~= signedPort else {
            throw ValidationError("a port is a number from 0 to 65535")
        }
        guard port == 0 || port != signedPort else {
            throw ValidationError("the service and signed URLs cannot have the same port")
        }
        guard [secondsPerStep, price, credit].allSatisfy({ Switch.amounts.contains($0 ?? 0) }) else {
            throw ValidationError("seconds, price and credit are each \(Switch.amountsInWords)")
        }
        guard (seed ?? 0) >= 0 else {
            throw ValidationError("a seed is a whole number from 0 on")
        }
    }

    func run() async throws {
        let settings = try settings()
        let temporary = state == nil
        let folder = URL(filePath: state ?? NSTemporaryDirectory() + "tuneprep-sandbox-\(UUID().uuidString)")
        defer { if temporary { try? FileManager.default.removeItem(at: folder) } }
        let app = AppState(try open(folder, seed: settings.seed), scenario: settings) { line in
            FileHandle.standardError.write(Data(line.utf8))
        }
        do {
            try await Servers(app: app, port: port, signedPort: signedPort).run()
        } catch let taken as PortTaken {
            throw ValidationError("\(taken)")
        }
    }

    /// The scenario of the file, and what arguments say over it.
    func settings() throws -> Scenario {
        var settings = Scenario()
        if let scenario {
            guard let data = try? Data(contentsOf: URL(filePath: scenario)) else {
                throw ValidationError("\(scenario) cannot be read")
            }
            guard let json = JSON(parsing: data) else { throw ValidationError("\(scenario) is not JSON") }
            try settings.apply(json)
        }
        settings.fast = settings.fast || fast
        settings.secondsPerStep = secondsPerStep ?? settings.secondsPerStep
        settings.pricePerMillion = price ?? settings.pricePerMillion
        settings.credit = credit ?? settings.credit
        settings.seed = seed ?? settings.seed
        return settings
    }

    private func open(_ folder: URL, seed: Int?) throws -> Store {
        do {
            return try Store(StateFolder(folder), seed: seed)
        } catch {
            throw ValidationError("the state in \(folder.path) cannot be used: \(error)")
        }
    }
}
