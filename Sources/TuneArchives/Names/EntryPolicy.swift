/// Judges the entries of one archive, in their order, before anything of them is written.
struct EntryPolicy {
    private let limits: ArchiveLimits
    private let free: Int?
    private var names = NameTree()
    private var entries = 0
    /// The bytes of all files so far.
    private var total = 0

    /// A policy for one archive.
    ///
    /// - Parameter free: the bytes the disk has room for; nil when nothing is to be written.
    init(limits: ArchiveLimits, free: Int?) {
        self.limits = limits
        self.free = free
    }

    /// The entry as it may be unpacked; throws what forbids it.
    mutating func judge(_ entry: TarEntry) throws(EntryDefect) -> ArchiveEntry {
        entries += 1
        if entries > limits.entries || names.count > limits.entries { throw .tooMany(limit: limits.entries) }
        let isFolder = try entry.isFolder()
        let name = try Self.name(of: entry, isFolder: isFolder)
        guard let size = entry.size, size >= 0 else { throw .noSize }
        if isFolder, size > 0 { throw .folderWithData(bytes: size) }
        try names.add(name, isFolder: isFolder)
        if names.count > limits.entries { throw .tooMany(limit: limits.entries) }
        try count(size)
        return ArchiveEntry(name: name, isFolder: isFolder, size: size)
    }

    private static func name(of entry: TarEntry, isFolder: Bool) throws(EntryDefect) -> EntryName {
        if entry.nameLength > TarEntry.nameKept { throw .name(.tooLong(bytes: entry.nameLength)) }
        do throws(NameDefect) {
            return try EntryName(entry.name, isFolder: isFolder)
        } catch {
            throw .name(error)
        }
    }

    private mutating func count(_ size: Int) throws(EntryDefect) {
        let (sum, isTooMuch) = total.addingReportingOverflow(size)
        let wanted = isTooMuch ? .max : sum
        if let limit = limits.bytes, wanted > limit { throw .tooLarge(total: wanted, limit: limit) }
        if let free, wanted > free { throw .noRoom(total: wanted, free: free) }
        total = wanted
    }
}
