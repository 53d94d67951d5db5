/// An entry that may be unpacked.
public struct ArchiveEntry: Sendable, Equatable {
    /// Its path below the folder.
    public let name: EntryName
    /// Whether it is a folder; else it is a regular file.
    public let isFolder: Bool
    /// The file's size in bytes; 0 for a folder.
    public let size: Int
}
