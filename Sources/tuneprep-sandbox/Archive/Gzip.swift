import Foundation

/// gzip (RFC 1952) of stored blocks: nothing is made smaller, and nothing needs a library.
enum Gzip {
    static func stored(_ content: Data) -> Data {
        var data = Data([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
        var rest = content[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            data.append(rest.isEmpty ? 1 : 0)
            append(UInt32(length) | UInt32(~length) << 16, to: &data)
            data.append(block)
        } while !rest.isEmpty
        append(CRC32.of([UInt8](content)), to: &data)
        append(UInt32(truncatingIfNeeded: content.count), to: &data)
        return data
    }

    private static func append(_ number: UInt32, to data: inout Data) {
        for shift in [0, 8, 16, 24] as [UInt32] { data.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

/// The checksum of gzip.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in
            value & 1 == 1 ? (value >> 1) ^ 0xedb8_8320 : value >> 1
        }
    }

    static func of(_ content: [UInt8]) -> UInt32 {
        let table = table
        var sum = ~UInt32(0)
        for byte in content { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
        return ~sum
    }
}
