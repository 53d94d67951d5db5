import TuneBytes

/// The characters by which byte-level `tokenizer.json` files spell bytes: visible Latin-1 characters for themselves,
/// U+0100 and on for the other bytes in order.
struct ByteAlphabet {
    /// The byte of each character, negative where there is none.
    private let bytes: [Int16]

    init() {
        var bytes = Array(repeating: Int16(-1), count: 0x144)
        var next = 0x100
        for byte in 0..<256 {
            switch byte {
            case 0x21...0x7E, 0xA1...0xAC, 0xAE...0xFF: bytes[byte] = Int16(byte)
            default:
                bytes[next] = Int16(byte)
                next += 1
            }
        }
        self.bytes = bytes
    }

    /// Appends the bytes that a UTF-8 text spells; false at a character that spells none.
    func decode(_ text: Span<UInt8>, to output: inout UniqueBuffer<UInt8>) -> Bool {
        var offset = 0
        while offset < text.count {
            var character = Int(text[offset])
            offset += 1
            if character >= 0x80 {
                guard character >= 0xC0, character < 0xE0, offset < text.count else { return false }
                character = (character & 0x1F) << 6 | Int(text[offset] & 0x3F)
                offset += 1
            }
            guard character < bytes.count, bytes[character] >= 0 else { return false }
            output.append(UInt8(bytes[character]))
        }
        return true
    }
}
