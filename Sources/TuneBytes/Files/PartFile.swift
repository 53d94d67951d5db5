#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: `pwrite` and `pread` use an array's own memory while it is lent, never beyond its count; the count
// `pread` returns is the count handed back.

/// A file that grows over several runs until it is whole, and then gets its final name. What is written survives
/// the process; what is synced survives the machine.
public final class PartFile {
    /// The name it has until it is whole.
    public let path: String
    /// How many bytes it holds.
    public private(set) var size: Int
    private let descriptor: CInt

    /// Opens `path`, or creates it empty. A link or anything but a regular file is refused.
    public init(path: String) throws(ByteError) {
        self.path = path
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        descriptor = unsafe open(path, flags, mode_t(0o644))
        size = 0
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .noFolder(path: path) : .last(.open, path)
        }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .failed(operation: .open, path: path, reason: "it is not a regular file")
        }
        size = Int(status.st_size)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Adds bytes at the end. When the system refuses, the file is cut back to what it held.
    public func append(_ bytes: [UInt8]) throws(ByteError) {
        var written = 0
        while written < bytes.count {
            let (start, place) = (written, off_t(size + written))
            let got = unsafe bytes.withUnsafeBytes { memory -> Int in
                guard let base = memory.baseAddress else { return 0 }
                return unsafe pwrite(descriptor, base + start, memory.count - start, place)
            }
            if got < 0 {
                if errno == EINTR { continue }
                let failure = ByteError.last(.write, path)
                ftruncate(descriptor, off_t(size))
                throw failure
            }
            written += got
        }
        size += bytes.count
    }

    /// Takes away all but the first `count` bytes.
    public func cut(to count: Int) throws(ByteError) {
        guard count < size else { return }
        guard ftruncate(descriptor, off_t(count)) == 0 else { throw .last(.write, path) }
        size = count
    }

    /// Returns when all that was written is on the disk.
    public func sync() throws(ByteError) {
        guard fsync(descriptor) == 0 else { throw .last(.write, path) }
    }

    /// Up to `count` bytes from `offset` on; none at the end.
    public func bytes(at offset: Int, _ count: Int) throws(ByteError) -> [UInt8] {
        var got = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { memory, initialized in
            repeat {
                got = unsafe pread(descriptor, memory.baseAddress, count, off_t(offset))
            } while got < 0 && errno == EINTR
            initialized = max(got, 0)
        }
        if got < 0 { throw .last(.read, path) }
        return bytes
    }

    /// Gives the file its final name, in place of what had it, once all of it is on the disk.
    public func publish(as name: String) throws(ByteError) {
        try sync()
        guard unsafe rename(path, name) == 0 else { throw .last(.rename, name) }
        Self.syncFolder(of: name)
    }

    private static func syncFolder(of name: String) {
        let folder = unsafe open(AtomicFile.folder(of: name), O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
