import ArgumentParser
import TuneCommand
import TuneDeliveryReport
import TunePipeline
import TuneReport
import TuneServices

/// A job at the service, by its id; shared by the commands that ask one thing of it.
struct JobReference: ParsableArguments {
    @Argument(help: "The job's id.")
    var id: String

    @OptionGroup(title: "Service") var service: ServiceArguments

    @OptionGroup(title: "Output") var output: OutputArguments

    /// Asks something of the job, and prints what it is then.
    func ask(_ body: (any FineTuningService) async throws -> Job) async throws {
        let rendering = try output.rendering()
        let job = try await service.withService(quiet: output.quiet) { service, _ in try await body(service) }
        try output.emit(job, in: rendering)
    }
}
