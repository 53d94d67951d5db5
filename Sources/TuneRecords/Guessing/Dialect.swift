/// How a CSV file separates fields and records.
public struct Dialect: Sendable, Equatable {
    /// The byte between fields.
    public var delimiter: UInt8
    /// What ends the first record.
    public var lineEnding: LineEnding

    /// The byte around fields, RFC 4180.
    public static let quote: UInt8 = 0x22

    /// What ends a record.
    public enum LineEnding: String, Sendable {
        case lf, crlf, cr
    }

    /// Fields separated by `delimiter`, records by `lineEnding`.
    public init(delimiter: UInt8 = 0x2C, lineEnding: LineEnding = .lf) {
        self.delimiter = delimiter
        self.lineEnding = lineEnding
    }

    /// The delimiters that are looked for, in order of preference: comma, tab, semicolon, pipe.
    public static let delimiters: [UInt8] = [0x2C, 0x09, 0x3B, 0x7C]
}
