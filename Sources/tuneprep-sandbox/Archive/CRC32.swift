/// The checksum of gzip.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in
            value & 1 == 1 ? (value >> 1) ^ 0xedb8_8320 : value >> 1
        }
    }

    /// The checksum of these bytes.
    static func of(_ content: [UInt8]) -> UInt32 {
        let table = table
        var sum = ~UInt32(0)
        for byte in content { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
    }
}
