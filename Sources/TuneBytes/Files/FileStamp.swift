#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: `stat` fills a struct of our own; the path is a C string for the length of the call.

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
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int(status.st_size)
        inode = UInt64(status.st_ino)
        #if canImport(Darwin)
            (modified, changed) = (
                Self.nanoseconds(status.st_mtimespec), Self.nanoseconds(status.st_ctimespec)
            )
        #else
            (modified, changed) = (Self.nanoseconds(status.st_mtim), Self.nanoseconds(status.st_ctim))
        #endif
    }

    /// The stamp that was written as these four numbers; nil for anything else.
    public init?(_ numbers: [UInt64]) {
        guard numbers.count == 4, let size = Int(exactly: numbers[0]) else { return nil }
        self.size = size
        (inode, modified, changed) = (numbers[1], numbers[2], numbers[3])
    }

    /// The stamp as four numbers.
    public var numbers: [UInt64] { [UInt64(size), inode, modified, changed] }

    private static func nanoseconds(_ time: timespec) -> UInt64 {
        UInt64(truncatingIfNeeded: time.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: time.tv_nsec)
    }
}
