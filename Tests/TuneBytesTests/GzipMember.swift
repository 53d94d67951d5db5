import CZlib

/// One member of a gzip file (RFC 1952), its text deflated by zlib and its header written out by hand.
struct GzipMember {
    var text: [UInt8]
    var extra: [UInt8]?
    var name: String?
    var comment: String?
    var hasHeaderChecksum = false

    init(_ text: [UInt8]) {
        self.text = text
    }

    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    var bytes: [UInt8] {
        header + deflated + Self.little(Self.checksum(text), 4) + Self.little(UInt(text.count), 4)
    }

    /// The member with its size in its header as bgzip writes it, behind the subfields of `others`; `off` is
    /// by how much it lies.
    func block(behind others: [UInt8] = [], off: Int = 0) -> GzipMember {
        var member = self
        member.extra = others + [0x42, 0x43, 2, 0, 0, 0]
        let size = UInt(truncatingIfNeeded: member.bytes.count - 1 + off)
        member.extra?.replaceSubrange((others.count + 4)..., with: Self.little(size, 2))
        return member
    }

    private var header: [UInt8] {
        var flags: UInt8 = 0
        if hasHeaderChecksum { flags |= 2 }
        if extra != nil { flags |= 4 }
        if name != nil { flags |= 8 }
        if comment != nil { flags |= 16 }
        var header: [UInt8] = [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 3]
        if let extra { header += Self.little(UInt(extra.count), 2) + extra }
        if let name { header += Array(name.utf8) + [0] }
        if let comment { header += Array(comment.utf8) + [0] }
        if hasHeaderChecksum { header += Self.little(Self.checksum(header) & 0xFFFF, 2) }
        return header
    }

    /// The text as raw deflate: zlib's own stream without its two bytes of header and four of checksum.
    private var deflated: [UInt8] {
        var length = compressBound(UInt(text.count))
        var stream = [UInt8](repeating: 0, count: Int(length))
        let result = unsafe compress2(&stream, &length, text, UInt(text.count), 6)
        precondition(result == Z_OK)
        return Array(stream[2..<(Int(length) - 4)])
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt {
        unsafe crc32(0, bytes, UInt32(bytes.count))
    }

    private static func little(_ number: UInt, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt($0))) }
    }
}
