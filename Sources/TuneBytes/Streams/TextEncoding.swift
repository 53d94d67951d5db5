/// How a file spells its characters. Everything above this floor sees UTF-8.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8, with or without byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, least significant byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, most significant byte first.
    case utf16BigEndian = "utf-16be"
    /// Windows-1252, as the WHATWG Encoding Standard maps it.
    case windows1252 = "windows-1252"
    /// ISO 8859-1: byte n is code point n.
    case latin1 = "latin-1"

    /// How many bytes `text` takes in a file of this encoding. `text` is UTF-8 as the transcoder wrote it.
    public func storedLength(of text: Span<UInt8>) -> Int {
        switch self {
        case .utf8: return text.count
        case .windows1252, .latin1: return text.characterCount()
        case .utf16LittleEndian, .utf16BigEndian:
            var length = 0
            for index in text.indices {
                let byte = text[index]
                if byte == UTF16Input.oddByteMark {
                    length += 1
                } else if byte & 0xC0 != 0x80 {
                    length += byte >= 0xF0 ? 4 : 2
                }
            }
            return length
        }
    }
}

/// What the first bytes of a text say of its encoding.
public struct EncodingGuess: Sendable, Equatable {
    /// The encoding.
    public var encoding: TextEncoding
    /// The length of the byte order mark in bytes; 0 when there is none.
    public var markLength: Int

    /// Reads byte order marks, then the pattern of NUL bytes that UTF-16 leaves in mostly-ASCII text.
    public init(_ start: Span<UInt8>) {
        let count = start.count
        if count >= 3, start[0] == 0xEF, start[1] == 0xBB, start[2] == 0xBF {
            self.init(encoding: .utf8, markLength: 3)
        } else if count >= 2, start[0] == 0xFF, start[1] == 0xFE {
            self.init(encoding: .utf16LittleEndian, markLength: 2)
        } else if count >= 2, start[0] == 0xFE, start[1] == 0xFF {
            self.init(encoding: .utf16BigEndian, markLength: 2)
        } else {
            self.init(encoding: Self.byNULPattern(start), markLength: 0)
        }
    }

    private init(encoding: TextEncoding, markLength: Int) {
        self.encoding = encoding
        self.markLength = markLength
    }

    private static func byNULPattern(_ start: Span<UInt8>) -> TextEncoding {
        let pairs = min(start.count, 512) / 2
        guard pairs >= 2 else { return .utf8 }
        var evenZeros = 0
        var oddZeros = 0
        for pair in 0..<pairs {
            if start[2 * pair] == 0 { evenZeros += 1 }
            if start[2 * pair + 1] == 0 { oddZeros += 1 }
        }
        if evenZeros == 0, oddZeros * 10 >= pairs * 7 { return .utf16LittleEndian }
        if oddZeros == 0, evenZeros * 10 >= pairs * 7 { return .utf16BigEndian }
        return .utf8
    }
}
