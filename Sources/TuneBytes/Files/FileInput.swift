/// A file or standard input, read from front to back. Closed when released.
public final class FileInput: ByteStream {
    /// The name of standard input on the command line and in messages.
    public static let standardInputName = "-"

    /// The path as given; `-` is standard input.
    public let path: String
    /// The file's size in bytes when it was opened; nil for pipes, terminals and devices.
    public let size: Int?
    /// How many bytes have been read so far.
    public private(set) var position = 0
    private let descriptor: CInt
    private let cancellation: Cancellation?

    /// Between two looks at whether reading is to stop, in milliseconds.
    private static let pause: CInt = 200

    /// Opens `path`, or standard input for `-`. With a `cancellation`, reading fails (`ByteError.stopped`) soon after that
    /// has come true, also while it waits for a pipe.
    public init(path: String, cancellation: Cancellation? = nil) throws(ByteError) {
        self.path = path
        self.cancellation = cancellation
        let isStandardInput = path == Self.standardInputName
        let opened = isStandardInput ? System.standardInput : System.open(path)
        guard let opened else { throw .last(.open, path) }
        let status = System.status(of: opened)
        if status?.kind == .folder {
            if !isStandardInput { System.close(opened) }
            throw .isDirectory(path: path)
        }
        descriptor = opened
        size = status?.kind == .file ? status?.size : nil
    }

    /// Opens the regular file at `path`; a link, a folder and whatever could block are refused, not followed.
    public init(regularFile path: String) throws(ByteError) {
        self.path = path
        cancellation = nil
        guard let opened = System.open(path, [.noLink, .noWaiting]) else { throw .last(.open, path) }
        guard let status = System.status(of: opened), status.kind == .file else {
            System.close(opened)
            throw .failed(operation: .open, path: path, reason: "it is not a regular file")
        }
        descriptor = opened
        size = status.size
    }

    /// Goes to `offset`, from the front of the file.
    public func seek(to offset: Int) throws(ByteError) {
        guard System.seek(descriptor, to: offset) else { throw .last(.read, path) }
        position = offset
    }

    deinit {
        if descriptor != System.standardInput { System.close(descriptor) }
    }

    /// Reads up to `count` bytes from the file.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        if let cancellation { try wait(until: cancellation) }
        guard let got = System.read(count, from: descriptor, into: &bytes) else { throw .last(.read, path) }
        position += got
        return got
    }

    /// Returns when there is something to read, or the end.
    private func wait(until cancellation: Cancellation) throws(ByteError) {
        while true {
            if cancellation.isCancelled { throw .stopped(path: path) }
            if size != nil { return }
            if System.waitForInput(descriptor, milliseconds: Self.pause) { return }
        }
    }
}
