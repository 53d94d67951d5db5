/// The header block that begins each entry of a tar.
enum TarHeader {
    /// Whether these 512 bytes can be a header: the checksum is right. Source: POSIX.1-2024, pax.
    static func isPlausible(_ block: [UInt8]) -> Bool {
        guard block.count >= 512, let wanted = octal(block[148..<156]) else { return false }
        let sum = block.indices.prefix(512).reduce(0) {
            $0 + ((148..<156).contains($1) ? 0x20 : Int(block[$1]))
        }
        return sum == wanted
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    }
}
