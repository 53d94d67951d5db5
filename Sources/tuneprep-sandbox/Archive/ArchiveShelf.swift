import Foundation
import Synchronization

/// The last archive that was asked for, kept because who resumes a download asks again.
final class ArchiveShelf: Sendable {
    private struct Kept {
        let name: String
        let data: Data
    }

    private let last = Mutex<Kept?>(nil)

    /// The archive of a job.
    func archive(of job: StoredJob, _ scenario: Scenario) -> Data {
        let name = "\(job.id)/\(scenario.archiveRevision)/\(scenario.adapterLayers)"
        if let kept = last.withLock({ $0 }), kept.name == name { return kept.data }
        let data = AdapterArchive(job, scenario).data
        last.withLock { $0 = Kept(name: name, data: data) }
        return data
    }
}
