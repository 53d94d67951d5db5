package import TuneArchives
import TuneBytes

/// What an archive holds, and what of it would be refused.
public struct ArchiveListing: Sendable {
    /// The archive's path as given.
    package let archive: String
    /// Its entries in order, with those that would be refused; the first one too many is the last.
    package private(set) var items: [ArchiveReader.Item] = []
    /// What is odd about the archive and no reason to refuse it.
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

    /// The entries that are files.
    package var files: [ArchiveEntry] {
        items.compactMap { if case .entry(let entry) = $0, !entry.isFolder { entry } else { nil } }
    }

    /// The size of all files together, in bytes.
    package var bytes: Int { files.reduce(0) { $0 + $1.size } }
}
