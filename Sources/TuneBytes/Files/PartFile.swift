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
        guard let opened = System.open(path, [.readAndWrite, .create, .noLink, .noWaiting]) else {
            throw System.lastFailure == .missing ? .noFolder(path: path) : .last(.open, path)
        }
        guard let status = System.status(of: opened), status.kind == .file else {
            System.close(opened)
            throw .failed(operation: .open, path: path, reason: "it is not a regular file")
        }
        descriptor = opened
        size = status.size
    }

    deinit {
        System.close(descriptor)
    }

    /// Adds bytes at the end. When the system refuses, the file is cut back to what it held.
    public func append(_ bytes: [UInt8]) throws(ByteError) {
        guard System.write(bytes.span, to: descriptor, at: size) else {
            let failure = ByteError.last(.write, path)
            System.truncate(descriptor, to: size)
            throw failure
        }
        size += bytes.count
    }

    /// Takes away all but the first `count` bytes.
    public func cut(to count: Int) throws(ByteError) {
        guard count < size else { return }
        guard System.truncate(descriptor, to: count) else { throw .last(.write, path) }
        size = count
    }

    /// Returns when all that was written is on the disk.
    public func sync() throws(ByteError) {
        guard System.sync(descriptor) else { throw .last(.write, path) }
    }

    /// Up to `count` bytes from `offset` on; none at the end.
    public func bytes(at offset: Int, _ count: Int) throws(ByteError) -> [UInt8] {
        guard let bytes = System.bytes(of: descriptor, at: offset, count) else { throw .last(.read, path) }
        return bytes
    }

    /// Gives the file its final name, in place of what had it, once all of it is on the disk.
    public func publish(as name: String) throws(ByteError) {
        try sync()
        guard System.rename(path, to: name) else { throw .last(.rename, name) }
        Self.syncFolder(of: name)
    }

    private static func syncFolder(of name: String) {
        guard let folder = System.open(AtomicFile.folder(of: name), .folder) else { return }
        System.sync(folder)
        System.close(folder)
    }
}
