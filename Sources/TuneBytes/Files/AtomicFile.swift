/// A file that appears under its name only when all of it is written. Until then its bytes have no name at
/// all (Linux) or are in a temporary file beside it, which is removed when the file is released without
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
            (target, descriptor) = (.stream, System.standardOutput)
            return
        }
        let status = System.status(of: path)
        let opened: (target: Target, descriptor: CInt)?
        switch status?.kind {
        case nil: opened = Self.create(path)
        case .file: opened = Self.create(Self.resolved(path))
        case .folder: throw .isDirectory(path: path)
        default: opened = System.open(path, .write).map { (.stream, $0) }
        }
        guard let opened else {
            throw System.lastFailure == .missing ? .noFolder(path: path) : .last(.write, path)
        }
        (target, descriptor) = opened
        if let status, isRegular { System.setPermissions(status.permissions, of: descriptor) }
    }

    deinit {
        guard isOpen else { return }
        if descriptor != System.standardOutput { System.close(descriptor) }
        if case .temporary(let name, _) = target { System.remove(name) }
    }

    /// False for standard output, pipes and devices, which are written directly.
    public var isRegular: Bool {
        if case .stream = target { false } else { true }
    }

    /// Removes the file at `path`, if there is one.
    public static func remove(_ path: String) {
        System.remove(path)
    }

    /// Where `path` leads when links and dots are followed; for what is not there yet, the folder's with the name after it.
    public static func realPath(_ path: String) -> String {
        if System.status(of: path) != nil { return resolved(path) }
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
        guard System.sync(descriptor) else { throw .last(.write, path) }
        isOpen = false
        defer { System.close(descriptor) }
        switch target {
        case .stream: break
        case .unnamed(let real):
            let name = Self.temporaryName(beside: real)
            System.remove(name)
            try link(as: name)
            try rename(name, to: real)
        case .temporary(let name, let real):
            try rename(name, to: real)
        }
    }

    private func link(as name: String) throws(ByteError) {
        guard System.link(descriptor, as: name) else { throw .last(.rename, path) }
    }

    private func rename(_ name: String, to real: String) throws(ByteError) {
        if System.rename(name, to: real) { return }
        let failure = ByteError.last(.rename, path)
        System.remove(name)
        throw failure
    }

    private func flush() throws(ByteError) {
        guard System.write(buffer.span, to: descriptor) else { throw .last(.write, path) }
        buffer.removeAll(keepingCapacity: true)
    }

    private static func create(_ real: String) -> (Target, CInt)? {
        if let unnamed = System.openUnnamed(in: folder(of: real)) { return (.unnamed(real: real), unnamed) }
        let name = temporaryName(beside: real)
        System.remove(name)
        return System.open(name, [.write, .create, .exclusive]).map {
            (.temporary(name: name, real: real), $0)
        }
    }

    private static func resolved(_ path: String) -> String { System.realPath(path) ?? path }

    /// The folder `path` is in; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func lastName(of path: String) -> Substring? {
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) }
    }

    private static func temporaryName(beside path: String) -> String {
        let name = lastName(of: path) ?? "file"
        return "\(folder(of: path))/.\(name).part-\(System.process)"
    }
}
