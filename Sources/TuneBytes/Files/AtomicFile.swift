#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: `write` reads from an array's own buffer while it is borrowed, never beyond its count; system
// calls take paths as C strings for the length of the call.

/// A file that appears under its name only when all of it is written. Until then its bytes have no name at
/// all (Linux) or stand in a temporary file beside it, which is removed when the file is released without
/// `commit`; so a process that is killed leaves nothing half-written. Devices and pipes are written directly.
public final class AtomicFile {
    /// The name the file gets.
    public let path: String
    /// How many bytes have been written.
    public private(set) var size = 0

    private let target: Target
    private let descriptor: CInt
    private var buffer: [UInt8] = []
    private var isOpen = true

    private enum Target {
        /// Standard output, a pipe or a device.
        case stream
        /// A file without a name, to be linked into the folder of the real path.
        case unnamed(real: String)
        /// A temporary file that gets the real path.
        case temporary(name: String, real: String)
    }

    private static let bufferSize = 256 * 1024

    /// Begins to write `path`; `-` is standard output.
    public init(path: String) throws(ByteError) {
        self.path = path
        if path == "-" {
            (target, descriptor) = (.stream, STDOUT_FILENO)
            return
        }
        var status = stat()
        let exists = unsafe stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT == S_IFDIR { throw ByteError.isDirectory(path: path) }
        if exists, status.st_mode & S_IFMT != S_IFREG {
            (target, descriptor) = unsafe (.stream, open(path, O_WRONLY | O_CLOEXEC))
        } else {
            (target, descriptor) = Self.create(exists ? Self.resolved(path) : path)
            if exists, descriptor >= 0 { fchmod(descriptor, status.st_mode & 0o777) }
        }
        guard descriptor >= 0 else {
            isOpen = false
            throw errno == ENOENT ? .noFolder(path: path) : .last(.write, path)
        }
    }

    deinit {
        guard isOpen else { return }
        if descriptor != STDOUT_FILENO { close(descriptor) }
        if case .temporary(let name, _) = target { unsafe unlink(name) }
    }

    /// False for standard output, pipes and devices, which are written directly.
    public var isRegular: Bool {
        if case .stream = target { false } else { true }
    }

    /// Removes the file at `path`, if there is one.
    public static func remove(_ path: String) {
        unsafe unlink(path)
    }

    /// Where `path` leads when links and dots are followed; for what is not there yet, the folder's with the name behind it.
    public static func realPath(_ path: String) -> String {
        var status = stat()
        if unsafe stat(path, &status) == 0 { return resolved(path) }
        return resolved(folder(of: path)) + "/" + (lastName(of: path) ?? "")
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
        guard isRegular else { return }
        guard fsync(descriptor) == 0 else { throw ByteError.last(.write, path) }
        isOpen = false
        defer { close(descriptor) }
        switch target {
        case .stream: break
        case .unnamed(let real):
            let name = Self.temporaryName(beside: real)
            unsafe unlink(name)
            try link(as: name)
            try rename(name, to: real)
        case .temporary(let name, let real):
            try rename(name, to: real)
        }
    }

    private func rename(_ name: String, to real: String) throws(ByteError) {
        #if canImport(Glibc)
            let result = unsafe Glibc.rename(name, real)
        #elseif canImport(Musl)
            let result = unsafe Musl.rename(name, real)
        #else
            let result = unsafe Darwin.rename(name, real)
        #endif
        if result == 0 { return }
        let failure = ByteError.last(.rename, path)
        unsafe unlink(name)
        throw failure
    }

    private func link(as name: String) throws(ByteError) {
        #if os(Linux)
            let source = "/proc/self/fd/\(descriptor)"
            let followLinks: CInt = 0x400
            if unsafe linkat(AT_FDCWD, source, AT_FDCWD, name, followLinks) == 0 { return }
        #endif
        throw ByteError.last(.rename, path)
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

    private static func create(_ real: String) -> (Target, CInt) {
        let mode: mode_t = 0o644
        #if os(Linux)
            let unnamed = 0o20_000_000 | O_DIRECTORY
            let nameless = unsafe open(folder(of: real), O_WRONLY | O_CLOEXEC | unnamed, mode)
            if nameless >= 0, unsafe access("/proc/self/fd/\(nameless)", F_OK) == 0 {
                return (.unnamed(real: real), nameless)
            }
            if nameless >= 0 { close(nameless) }
        #endif
        let name = temporaryName(beside: real)
        unsafe unlink(name)
        return (
            .temporary(name: name, real: real),
            unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        )
    }

    private static func resolved(_ path: String) -> String {
        guard let real = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }

    /// The folder `path` stands in; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func lastName(of path: String) -> Substring? {
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) }
    }

    private static func temporaryName(beside path: String) -> String {
        let name = lastName(of: path) ?? "file"
        return "\(folder(of: path))/.\(name).part-\(getpid())"
    }
}
