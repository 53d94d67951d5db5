import TuneBytes

@testable import TuneArchives

/// What an archive holds, read in memory.
struct ReadArchive: Equatable {
    var files: [String: [UInt8]] = [:]
    var folders: [String] = []
    var notes: [ArchiveReader.Note] = []

    init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), free: Int? = nil) throws(ArchiveRefusal) {
        let reader = try ArchiveReader(MemoryInput(bytes), name: "model.tar.gz", limits: limits, free: free)
        while let entry = try reader.next() {
            if entry.isFolder {
                folders.append(entry.name.path)
                continue
            }
            var data: [UInt8] = []
            try reader.data { piece throws(ArchiveRefusal) in
                for index in piece.indices { data.append(piece[index]) }
            }
            files[entry.name.path] = data
        }
        notes = reader.notes
    }
}

/// Why an archive is refused; nil when it is not.
func refusal(of bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), free: Int? = nil) -> ArchiveRefusal?
{
    do throws(ArchiveRefusal) {
        _ = try ReadArchive(bytes, limits: limits, free: free)
        return nil
    } catch {
        return error
    }
}

/// What is wrong with the entry for which an archive is refused; nil when that is not why.
func defect(of bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), free: Int? = nil) -> EntryDefect? {
    guard case .entry(_, _, let defect) = refusal(of: bytes, limits: limits, free: free) else { return nil }
    return defect
}
