public import TuneTokens

/// A byte-level vocabulary made up for the tests: the 256 bytes, not in order, and a dozen tokens.
public struct InventedBytes {
    /// The tokens' texts; their places are their ids and ranks.
    public var tokens: [[UInt8]] =
        (0..<256).map { [UInt8(255 - $0)] } + Self.longer.map { Array($0.utf8) } + [[0xE6, 0x97]]

    /// The bytes and the dozen.
    public init() {}

    private static let longer = [
        "th", "he", "the", " the", "in", "ing", "aa", "aaa", "aaaa", "é", "\"\\", "\r\n", "12", "123",
    ]

    /// As tiktoken text.
    public var tiktokenText: String {
        tokens.enumerated().map { "\(Self.base64($1)) \($0)\n" }.joined()
    }

    /// Every split of every token into two tokens, found the slow way.
    public var merges: [Merge] {
        var ids: [[UInt8]: UInt32] = [:]
        for (id, token) in tokens.enumerated() { ids[token] = UInt32(id) }
        var merges: [Merge] = []
        for (id, token) in tokens.enumerated() where token.count > 1 {
            for cut in 1..<token.count {
                guard let left = ids[Array(token[..<cut])], let right = ids[Array(token[cut...])] else {
                    continue
                }
                merges.append(Merge(left: left, right: right, result: UInt32(id), rank: UInt32(id)))
            }
        }
        return merges
    }

    /// A text in base64, by the book.
    public static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place > group.count ? "=" : alphabet[bits >> (18 - 6 * place) & 63])
            }
        }
        return text
    }

    /// A token in the byte alphabet of `tokenizer.json`.
    public static func spelling(_ token: [UInt8]) -> String {
        var text = ""
        for byte in token { text.unicodeScalars.append(alphabet[Int(byte)]) }
        return text
    }

    /// The character of each byte: itself where it is visible, else the next from U+0100 on.
    private static let alphabet: [Unicode.Scalar] = {
        let visible = Set(Array(33...126) + Array(161...172) + Array(174...255))
        var others: UInt8 = 0
        return (0...255).map { (byte: Int) in
            if visible.contains(byte) { return Unicode.Scalar(UInt8(byte)) }
            others += 1
            return Unicode.Scalar(0x100 + UInt16(others) - 1) ?? "?"
        }
    }()
}
