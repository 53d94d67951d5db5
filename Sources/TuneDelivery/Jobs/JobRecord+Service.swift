import TuneBytes
import TuneModels
import TunePipeline
import TuneServices

extension JobRecord {
    /// What a service says of a job's adapter.
    init(_ job: Job) throws(RunError) {
        self = try JobFile.record(job.wire, name: "the service's record of `\(job.id)`")
        if baseModel == nil { baseModel = job.baseModel }
    }
}
