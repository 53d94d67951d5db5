import TuneBytes
import TuneModels
public import TunePipeline
import TuneServices

extension JobFile {
    /// Whether `word` is to be read as a file; else it is the id of a job. What is there is one, and so is what
    /// is spelled like one and missing.
    public static func isMeant(by word: String) -> Bool {
        FileStatus.kind(word) != nil || !ServiceID.isOne(word) || word.hasSuffix(".json")
    }
}

extension JobRecord {
    /// What a service says of a job's adapter.
    init(_ job: Job) throws(RunError) {
        self = try JobFile.record(job.wire, name: "the service's record of `\(job.id)`")
        if baseModel == nil { baseModel = job.baseModel }
    }
}
