import TuneBytes

/// The escapes of JSON strings, RFC 8259 section 7.
enum JSONEscape {
    /// What is at `position` inside a string that has been found valid: its length in the source, and the
    /// length of its text in UTF-8.
    static func step(_ bytes: Span<UInt8>, _ position: Int) -> (length: Int, width: Int) {
        guard bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count else { return (1, 1) }
        guard bytes[position + 1] == UInt8(ascii: "u") else { return (2, 1) }
        guard let scalar = bytes.jsonScalar(at: position) else { return (6, 3) }
        let width = scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
        return (scalar.length, width)
    }
}
