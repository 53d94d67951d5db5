import ArgumentParser
import TuneDelivery
import TunePipeline
import TuneServices
import TuneTransfer

/// Which service is spoken to, for whom; shared by every command that uses it.
struct ServiceArguments: ParsableArguments {
    @Option(help: "The service's address (default: NSCALE_BASE_URL, else Nscale's).")
    var service: String?

    @Option(
        help:
            "The organization's id (default: NSCALE_ORGANIZATION_ID or ORGANIZATION_ID, else the token's only one)."
    )
    var organization: String?

    @Option(
        help:
            "A file that holds the token and that only you can read (default: the token is in NSCALE_SERVICE_TOKEN, NSCALE_API_TOKEN or NSCALE_TOKEN).",
        completion: .file())
    var tokenFile: String?

    @Flag(help: "Read the token from standard input.")
    var tokenStdin = false

    /// Opens the service for as long as `body` takes.
    func withService<Result>(
        quiet: Bool, _ body: (any FineTuningService, HTTPTransport) async throws -> Result
    ) async throws -> Result {
        let environment = Environment.variables
        var choice = ServiceChoice(environment: environment)
        choice.address = service
        choice.organization = organization
        choice.tokenFile = tokenFile
        choice.readsToken = tokenStdin
        choice.cancellation = Interruption.cancellation
        if tokenFile != nil, tokenStdin {
            throw RunError("`--token-file` and `--token-stdin` exclude one another")
        }
        let transport = HTTPTransport(environment: environment)
        do {
            let nscale = try await choice.open(over: transport) { if !quiet { Notice.say("note: \($0)") } }
            let result = try await body(nscale, transport)
            await transport.shutdown()
            return result
        } catch {
            await transport.shutdown()
            throw RunError.whole(error)
        }
    }
}

extension RunError {
    /// An error in words, unless it is an exit status.
    fileprivate static func whole(_ error: any Error) -> any Error {
        error is ExitCode ? error : RunError(error)
    }
}
