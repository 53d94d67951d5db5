internal import CZlib

/// A tar put together by hand, so that it can be wrong in every way.
public struct Tar: Sendable {
    /// What was added so far.
    public private(set) var bytes: [UInt8] = []

    /// An empty tar.
    public init() {}

    /// A tar of regular files.
    public static func of(_ files: KeyValuePairs<String, [UInt8]>) -> Tar {
        var tar = Tar()
        for (name, data) in files { tar.add(name, data) }
        return tar
    }

    /// Adds an entry; `size` is what its header says, if that is not the truth.
    public mutating func add(
        _ name: String, _ data: [UInt8] = [], kind: Character = "0", link: String = "", size: Int? = nil
    ) {
        bytes += Self.header(Array(name.utf8), kind, link, size ?? data.count)
        bytes += data + [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
    }

    /// Adds an entry whose name stands in a pax record.
    public mutating func add(pax name: String, _ data: [UInt8] = []) {
        let body = " path=\(name)\n"
        var length = body.utf8.count + 1
        while "\(length)".utf8.count + body.utf8.count != length { length += 1 }
        add("pax", Array("\(length)\(body)".utf8), kind: "x")
        add("short", data)
    }

    /// The tar with its two blocks of zeros.
    public var ended: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }

    /// The ended tar as one gzip member.
    public var gzipped: [UInt8] { Self.gzip(ended) }

    private static func header(_ name: [UInt8], _ kind: Character, _ link: String, _ size: Int) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: some Sequence<UInt8>, at place: Int) {
            for (offset, byte) in text.enumerated() { block[place + offset] = byte }
        }
        put(name.prefix(100), at: 0)
        put("0000644\0".utf8, at: 100)
        put("0001750\0".utf8, at: 108)
        put("0001750\0".utf8, at: 116)
        let octal = String(size, radix: 8)
        put((String(repeating: "0", count: 11 - octal.count) + octal).utf8, at: 124)
        put("14524624400".utf8, at: 136)
        put(kind.utf8, at: 156)
        put(link.utf8, at: 157)
        put("ustar\u{0}00".utf8, at: 257)
        put("        ".utf8, at: 148)
        let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
        put((String(repeating: "0", count: 6 - sum.count) + sum + "\0 ").utf8, at: 148)
        return block
    }

    /// One gzip member of `text`.
    public static func gzip(_ text: [UInt8], level: Int32 = 6) -> [UInt8] {
        var stream = unsafe z_stream()
        let gzipWindow: CInt = 15 + 16
        unsafe deflateInit2_(
            &stream, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        defer { unsafe deflateEnd(&stream) }
        var text = text
        let room = unsafe Int(deflateBound(&stream, UInt(text.count)))
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            unsafe text.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(room)
                unsafe deflate(&stream, Z_FINISH)
                count = unsafe room - Int(stream.avail_out)
            }
        }
    }
}
