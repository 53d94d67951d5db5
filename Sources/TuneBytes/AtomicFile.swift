#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: `write` reads from an array's own buffer while it is borrowed, never beyond its count.

/// A file that appears under its name only when all of it is written. Until then its bytes stand in a temporary file
/// beside it, which is removed when the file is released without `commit`. Devices and pipes are written directly.
public final class AtomicFile {
    /// The name the file gets.
    public let path: String
    /// How many bytes have been written.
    public private(set) var size = 0

    private let descriptor: CInt
    private let temporary: String?
    private let target: String
    private var buffer: [UInt8] = []
    private var isOpen = true

    private static let bufferSize = 256 * 1024

    /// Begins to write `path`; `-` is standard output.
    public init(path: String) throws(ByteError) {
        self.path = path
        if path == "-" {
            (descriptor, temporary, target) = (STDOUT_FILENO, nil, path)
            return
        }
        var status = stat()
        let exists = unsafe stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw ByteError.isDirectory(path: path) }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            (descriptor, temporary, target) = unsafe (open(path, O_WRONLY | O_CLOEXEC), nil, path)
        } else {
            let real = exists ? Self.resolved(path) : path
            let name = Self.temporaryName(beside: real)
            unsafe unlink(name)
            let fresh = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? status.st_mode & 0o777 : 0o644)
            (descriptor, temporary, target) = (fresh, name, real)
        }
        guard descriptor >= 0 else {
            isOpen = false
            throw ByteError.last(.open, path)
        }
    }

    deinit {
        guard isOpen else { return }
        if descriptor != STDOUT_FILENO { close(descriptor) }
        if let temporary { unsafe unlink(temporary) }
    }

    /// Appends bytes.
    public func write(_ bytes: Span<UInt8>) throws(ByteError) {
        bytes.append(to: &buffer)
        size += bytes.count
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Appends bytes.
    public func write(_ bytes: [UInt8]) throws(ByteError) {
        try write(bytes.span)
    }

    /// Writes what is left, makes sure it is on the disk, and gives the file its name.
    public func commit() throws(ByteError) {
        try flush()
        guard descriptor != STDOUT_FILENO else { return }
        if temporary != nil, fsync(descriptor) != 0 { throw ByteError.last(.write, path) }
        isOpen = false
        let closed = close(descriptor)
        guard let temporary else { return }
        if unsafe closed != 0 || rename(temporary, target) != 0 {
            let failure = ByteError.last(closed != 0 ? .write : .rename, path)
            unsafe unlink(temporary)
            throw failure
        }
    }

    private func flush() throws(ByteError) {
        var written = 0
        while written < buffer.count {
            let start = written
            let got = unsafe buffer.withUnsafeBytes { bytes -> Int in
                guard let base = bytes.baseAddress else { return 0 }
                #if canImport(Glibc)
                    return unsafe Glibc.write(descriptor, base + start, bytes.count - start)
                #elseif canImport(Musl)
                    return unsafe Musl.write(descriptor, base + start, bytes.count - start)
                #else
                    return unsafe Darwin.write(descriptor, base + start, bytes.count - start)
                #endif
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw ByteError.last(.write, path)
            }
            written += got
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func resolved(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    private static func temporaryName(beside path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ".\(path).part-\(getpid())" }
        let folder = path[...slash]
        return "\(folder).\(path[path.index(after: slash)...]).part-\(getpid())"
    }
}
