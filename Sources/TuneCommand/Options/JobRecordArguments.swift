import ArgumentParser
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

    /// The id of a job at the service, if one is meant.
    var id: String? { file == nil ? job : nil }

    /// Has a verification compare the record, if there is one.
    func add(to options: inout VerifyOptions, quiet: Bool) async throws {
        options.job = file
        guard let id else { return }
        guard let source = JobRecords.source else { throw HandOver.missing("--job \(id)") }
        do {
            options.record = try await source.record(of: id, from: service, quiet: quiet)
        } catch var error as RunError {
            error.help.append("there is no file `\(id)`, so the service was asked for a job of that id")
            throw error
        }
    }
}
