import TuneCommand
import TuneDelivery
import TuneModels

/// The records of jobs, as the service tells them.
struct ServiceJobRecords: JobRecordSource {
    func record(of job: String, from service: ServiceArguments, quiet: Bool) async throws -> JobRecord {
        try await service.withService(quiet: quiet) { service, transport in
            try await DownloadRun(service, over: transport).record(of: job)
        }
    }
}
