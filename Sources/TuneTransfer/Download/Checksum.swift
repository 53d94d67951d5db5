internal import TuneText

/// What the bytes of a file must hash to.
public enum Checksum: Sendable, Equatable {
    /// The SHA-256 of the bytes, in hexadecimal digits.
    case sha256(String)
    /// The name git gives the bytes: the SHA-1 of `blob LENGTH`, a zero byte and the bytes.
    case gitBlob(String)

    /// The checksum that 64 (SHA-256) or 40 (git) hexadecimal digits spell; nil for anything else.
    public init?(digits: String) {
        if Hexadecimal.isText(digits, count: 64) {
            self = .sha256(digits.lowercased())
        } else if Hexadecimal.isText(digits, count: 40) {
            self = .gitBlob(digits.lowercased())
        } else {
            return nil
        }
    }

    /// The digits.
    public var digits: String {
        switch self {
        case .sha256(let digits), .gitBlob(let digits): digits
        }
    }
}
