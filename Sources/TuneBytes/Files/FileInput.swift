#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// Unsafe code: `read` fills memory that an `OutputSpan` lends. `poll` fills a question of our own. Invariants:
// the system never writes more than the free capacity it is given, and the count it returns is the count handed back.

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

    /// Opens `path`, or standard input for `-`. With a `cancellation`, reading fails (`ByteError.stopped`) soon after that
    /// has come true, also while it waits for a pipe.
    public init(path: String, cancellation: Cancellation? = nil) throws(ByteError) {
        self.path = path
        self.cancellation = cancellation
        let isStandardInput = path == Self.standardInputName
        let descriptor = unsafe isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ByteError.last(.open, path) }
        var status = stat()
        let known = unsafe fstat(descriptor, &status) == 0
        if known, status.st_mode & S_IFMT == S_IFDIR {
            if !isStandardInput { close(descriptor) }
            throw ByteError.isDirectory(path: path)
        }
        self.descriptor = descriptor
        size = known && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Opens the regular file at `path`; a link, a folder and whatever could block are refused, not followed.
    public init(regularFile path: String) throws(ByteError) {
        self.path = path
        cancellation = nil
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { throw ByteError.last(.open, path) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ByteError.failed(operation: .open, path: path, reason: "it is not a regular file")
        }
        self.descriptor = descriptor
        size = Int(status.st_size)
    }

    /// Goes to `offset`, from the front of the file.
    public func seek(to offset: Int) throws(ByteError) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw ByteError.last(.read, path) }
        position = offset
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Reads up to `count` bytes from the file.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        if let cancellation { try wait(until: cancellation) }
        var failure: ByteError?
        let before = bytes.count
        bytes.append(addingCapacity: count) { (output: inout OutputSpan<UInt8>) in
            unsafe output.withUnsafeMutableBufferPointer { (buffer, initialized) in
                let got = unsafe readSome(into: buffer.baseAddress, count)
                if got < 0 { failure = ByteError.last(.read, path) } else { initialized += got }
            }
        }
        if let failure { throw failure }
        position += bytes.count - before
        return bytes.count - before
    }

    /// Returns when there is something to read, or the end; throws when reading is to stop.
    private func wait(until cancellation: Cancellation) throws(ByteError) {
        let pause: CInt = 200
        while true {
            if cancellation.isCancelled { throw .stopped(path: path) }
            if size != nil { return }
            var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if unsafe poll(&question, 1, pause) > 0 { return }
        }
    }

    private func readSome(into address: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
        guard let address = unsafe address else { return 0 }
        while true {
            #if canImport(Glibc)
                let got = unsafe Glibc.read(descriptor, address, count)
            #elseif canImport(Musl)
                let got = unsafe Musl.read(descriptor, address, count)
            #else
                let got = unsafe Darwin.read(descriptor, address, count)
            #endif
            if got >= 0 || errno != EINTR { return got }
        }
    }
}
