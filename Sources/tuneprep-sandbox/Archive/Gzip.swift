import Foundation

/// gzip (RFC 1952) of stored blocks: nothing is made smaller, and nothing needs a library.
enum Gzip {
    /// The content as one member of stored blocks.
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
