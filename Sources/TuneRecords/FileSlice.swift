public import TuneBytes

/// A few MiB of a file's text: whole records, owned, ready to be parsed anywhere.
public struct FileSlice: Sendable {
    /// The text as UTF-8 (or what could not be made UTF-8). It begins on a record and ends after one.
    public let bytes: [UInt8]
    /// Where the slice begins in the file as stored, in bytes from 0, after decompression.
    public let storedOffset: Int
    /// How the file spells its characters.
    public let encoding: TextEncoding
    /// True for the last slice of a file.
    public let endsFile: Bool
    /// The characters on the slice's first line that stand before the slice; 0 unless a line was cut in two.
    public let column: Int
    /// The byte that ends a line: LF, or CR in files that use it alone.
    public let lineEnd: UInt8

    /// A slice that begins `storedOffset` bytes into the stored file.
    public init(
        bytes: [UInt8], storedOffset: Int = 0, encoding: TextEncoding = .utf8, endsFile: Bool = true,
        column: Int = 0, lineEnd: UInt8 = 0x0A
    ) {
        self.bytes = bytes
        self.storedOffset = storedOffset
        self.encoding = encoding
        self.endsFile = endsFile
        self.column = column
        self.lineEnd = lineEnd
    }

    /// Where byte `offset` of the slice stands in the file as stored. Linear for encodings other than UTF-8.
    public func storedOffset(of offset: Int) -> Int {
        if encoding == .utf8 { return storedOffset + offset }
        return storedOffset + encoding.storedLength(of: bytes.span.extracting(0..<offset))
    }
}
