public import TuneBytes

/// A piece of a file's text: whole records, owned, ready to be parsed anywhere.
public struct FileSlice: Sendable {
    /// The text as UTF-8 (or what could not be made UTF-8). It begins on a record and ends after one.
    public internal(set) var bytes: [UInt8]
    /// Where the slice begins in the file as stored, in bytes from 0, after decompression.
    public let storedOffset: Int
    /// How the file spells its characters.
    public let encoding: TextEncoding
    /// True for the last slice of a file.
    public let endsFile: Bool
    /// Number of characters on the slice's first line before the slice; 0 unless a line was cut in two.
    public let column: Int
    /// The byte that ends a line: LF, or CR in files that use it alone.
    public let lineEnd: UInt8
    /// What was seen in the text; a flag may be raised for what comes right after it.
    let survey: ByteSurvey
    /// True when the slice ends where the number of quotes says that a record does.
    let isCutByParity: Bool

    /// A slice of text that begins `storedOffset` bytes into the file as stored; goes once over `bytes`.
    public init(
        bytes: [UInt8], storedOffset: Int = 0, encoding: TextEncoding = .utf8, endsFile: Bool = true,
        column: Int = 0, lineEnd: UInt8 = 0x0A
    ) {
        self.init(
            bytes: bytes, storedOffset: storedOffset, encoding: encoding, endsFile: endsFile, column: column,
            lineEnd: lineEnd, survey: ByteSurvey(bytes.span), isCutByParity: false)
    }

    init(
        bytes: [UInt8], storedOffset: Int, encoding: TextEncoding, endsFile: Bool, column: Int,
        lineEnd: UInt8, survey: ByteSurvey, isCutByParity: Bool
    ) {
        self.bytes = bytes
        self.storedOffset = storedOffset
        self.encoding = encoding
        self.endsFile = endsFile
        self.column = column
        self.lineEnd = lineEnd
        self.survey = survey
        self.isCutByParity = isCutByParity
    }

    /// The offset in the file as stored of byte `offset` of the slice. Linear for encodings other than UTF-8.
    public func storedOffset(of offset: Int) -> Int {
        if encoding == .utf8 { return storedOffset + offset }
        return storedOffset + encoding.storedLength(of: bytes.span.extracting(0..<offset))
    }
}
