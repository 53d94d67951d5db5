package import TuneArchives
import TuneBytes

/// What an archive holds, and what of it would be refused.
public struct ArchiveListing: Sendable {
    package let archive: String
    package private(set) var items: [ArchiveReader.Item] = []
    package private(set) var notes: [ArchiveReader.Note] = []

    /// Reads an archive to its end; throws when it is damaged.
    init(
        _ stream: any ByteStream, archive: String, limits: ArchiveLimits, cancellation: Cancellation
    ) throws(ArchiveRefusal) {
        self.archive = archive
        let reader = try ArchiveReader(stream, name: archive, limits: limits)
        while let item = try reader.nextItem() {
            if cancellation.isCancelled { throw .interrupted }
            items.append(item)
            // What follows is not kept: an archive without end must not fill the memory.
            if case .refused(let refused) = item, case .tooMany = refused.defect { break }
        }
        notes = reader.notes
    }

    /// Number of entries that would be refused.
    public var refusals: Int { items.count { if case .refused = $0 { true } else { false } } }

    package var files: [ArchiveEntry] {
        items.compactMap { if case .entry(let entry) = $0, !entry.isFolder { entry } else { nil } }
    }

    package var bytes: Int { files.reduce(0) { $0 + $1.size } }
}
