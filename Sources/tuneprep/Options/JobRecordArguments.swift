import ArgumentParser
import TuneBytes
import TuneDelivery
import TunePipeline

/// The record of the job that made a model; shared by the commands that look at one that is here.
struct JobRecordArguments: ParsableArguments {
    @Option(
        help:
            "The record of the job that made the model: a JSON file, or the id of a job, for which the service is asked.",
        completion: .file())
    var job: String?

    @OptionGroup(title: "Service, for `--job ID`") var service: ServiceArguments

    /// The file, if one is meant.
    var file: String? { job.flatMap { JobFile.isMeant(by: $0) ? $0 : nil } }

    /// Has a verification compare the record, if there is one.
    func add(to options: inout VerifyOptions, quiet: Bool) async throws {
        options.job = file
        guard let job, file == nil else { return }
        do {
            options.record = try await service.withService(quiet: quiet) { service, transport in
                try await DownloadRun(service, over: transport).record(of: job)
            }
        } catch var error as RunError {
            error.help.append("there is no file `\(job)`, so the service was asked for a job of that id")
            throw error
        }
    }
}
