/// A file opened for reading as UTF-8 text: inflated, transcoded, its byte order mark taken off.
public final class TextInput: ByteStream {
    /// How the stored text is compressed.
    public enum Compression: String, Sendable { case gzip }

    /// The path as given; `-` is standard input.
    public let path: String
    /// The compression found by content, nil for none.
    public let compression: Compression?
    /// The encoding asked for, or found.
    public let encoding: TextEncoding
    /// The bytes of the byte order mark that was taken off; 0 when there was none.
    public let markLength: Int
    /// The stored file's size in bytes, when it is known.
    public let storedSize: Int?

    private let file: FileInput?
    private let text: any ByteStream

    private static let probeSize = 4096

    /// Opens a file or, for `-`, standard input; `encoding` nil means by byte order mark or NUL pattern, else
    /// UTF-8. `workers` is how many threads may inflate; see `GzipInput`. `cancellation` ends the reading; see `FileInput`.
    public convenience init(
        path: String, encoding: TextEncoding? = nil, workers: Int = 1, cancellation: Cancellation? = nil
    ) throws(ByteError) {
        let file = try FileInput(path: path, cancellation: cancellation)
        try self.init(file, file: file, path: path, encoding: encoding, size: file.size, workers: workers)
    }

    /// Reads from memory; `path` is the name used in messages.
    public convenience init(
        memory: [UInt8], path: String, encoding: TextEncoding? = nil
    ) throws(ByteError) {
        let source = MemoryInput(memory)
        try self.init(source, file: nil, path: path, encoding: encoding, size: memory.count, workers: 1)
    }

    private init(
        _ source: any ByteStream, file: FileInput?, path: String, encoding: TextEncoding?, size: Int?,
        workers: Int
    ) throws(ByteError) {
        self.path = path
        self.file = file
        storedSize = size
        let stored = PushbackInput(source)
        let magic = try stored.peek(2)
        let isGzip = GzipInput.recognises(magic.span)
        compression = isGzip ? .gzip : nil
        let plain = isGzip ? PushbackInput(GzipInput(stored, path: path, workers: workers)) : stored
        let start = try plain.peek(Self.probeSize)
        let guess = EncodingGuess(start.span)
        let used = encoding ?? guess.encoding
        self.encoding = used
        markLength = used == guess.encoding ? guess.markLength : 0
        plain.drop(markLength)
        text = Self.transcoded(plain, from: used)
    }

    /// How many bytes of the stored file have been read, for progress.
    public var storedPosition: Int { file?.position ?? 0 }

    /// Reads up to about `count` bytes of UTF-8.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        try text.read(count, into: &bytes)
    }

    private static func transcoded(_ plain: any ByteStream, from encoding: TextEncoding) -> any ByteStream {
        switch encoding {
        case .utf8: plain
        case .utf16LittleEndian: UTF16Input(plain, bigEndian: false)
        case .utf16BigEndian: UTF16Input(plain, bigEndian: true)
        case .windows1252, .latin1: SingleByteInput(plain, encoding: encoding)
        }
    }
}
