/// What the file system says of a file: two equal stamps of one path mean that nobody wrote to it in between.
public struct FileStamp: Hashable, Sendable {
    /// Its size in bytes.
    public var size: Int
    /// Its number in the file system.
    public var inode: UInt64
    /// When its bytes were last changed, in nanoseconds.
    public var modified: UInt64
    /// When anything of it was last changed, its name and dates included, in nanoseconds.
    public var changed: UInt64

    /// The stamp of the file at `path`; nil when there is none.
    public init?(path: String) {
        guard let status = System.status(of: path), status.kind == .file else { return nil }
        size = status.size
        (inode, modified, changed) = (status.inode, status.modified, status.changed)
    }

    /// The stamp that was written as these four numbers; nil for anything else.
    public init?(_ numbers: [UInt64]) {
        guard numbers.count == 4, let size = Int(exactly: numbers[0]) else { return nil }
        self.size = size
        (inode, modified, changed) = (numbers[1], numbers[2], numbers[3])
    }

    /// The stamp as four numbers.
    public var numbers: [UInt64] { [UInt64(size), inode, modified, changed] }
}
