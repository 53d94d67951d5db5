import Foundation
import Synchronization

/// The last archive that was asked for, kept because who resumes a download asks again.
final class ArchiveCache: Sendable {
    private struct Kept {
        let name: String
        let data: Data
    }

    private let last = Mutex<Kept?>(nil)

    /// The archive of a job's model, made unless it is the one kept.
    func archive(of job: StoredJob, in scenario: Scenario) -> Data {
        let name = "\(job.id)/\(scenario.archiveRevision)/\(scenario.adapterLayers)"
        if let kept = last.withLock({ $0 }), kept.name == name { return kept.data }
        let data = AdapterArchive(job, in: scenario).data
        last.withLock { $0 = Kept(name: name, data: data) }
        return data
    }
}
