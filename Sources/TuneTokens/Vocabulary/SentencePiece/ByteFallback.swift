/// The tokens `<0x00>` to `<0xFF>`, which spell the bytes of characters that are no piece.
struct ByteFallback {
    private var ids: [UInt32?] = Array(repeating: nil, count: 256)

    /// The byte that a token of this spelling means.
    static func byte(of spelling: String) -> UInt8? {
        guard spelling.utf8.count == 6, spelling.hasPrefix("<0x"), spelling.hasSuffix(">") else { return nil }
        let digits = spelling.dropFirst(3).dropLast()
        guard digits.utf8.allSatisfy({ $0.isDigit || (0x41...0x46).contains($0) }) else { return nil }
        return UInt8(digits, radix: 16)
    }

    /// Adds the token of this spelling.
    mutating func add(_ spelling: String, id: Int) throws(VocabularyError) {
        guard let byte = Self.byte(of: spelling) else { throw .badToken(spelling) }
        guard ids[Int(byte)] == nil else { throw .repeated("the byte token `\(spelling)`") }
        ids[Int(byte)] = UInt32(id)
    }

    /// The token of each byte; throws when a byte has none.
    func tokens() throws(VocabularyError) -> [UInt32] {
        var tokens: [UInt32] = []
        for byte in UInt8.min...UInt8.max {
            guard let id = ids[Int(byte)] else { throw .noByte(byte) }
            tokens.append(id)
        }
        return tokens
    }
}
