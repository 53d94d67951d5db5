import ArgumentParser
import TuneCommand
import TuneDelivery
import TunePipeline
import TuneServices
import TuneTransfer

extension ServiceArguments {
    /// Opens the service for as long as `body` takes.
    func withService<Result>(
        quiet: Bool, _ body: (any FineTuningService, HTTPTransport) async throws -> Result
    ) async throws -> Result {
        let environment = Environment.online
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
