/// Turns an encoding of one byte per character into UTF-8 while it streams.
public final class SingleByteInput: ByteStream {
    private let upstream: any ByteStream
    private let table: [UInt32]
    private var raw: [UInt8] = []

    /// Transcodes Windows-1252 or Latin-1; any other encoding is passed through as Latin-1.
    public init(_ upstream: any ByteStream, encoding: TextEncoding) {
        self.upstream = upstream
        var table = (0..<256).map(UInt32.init)
        if encoding == .windows1252 { table.replaceSubrange(0x80..<0xA0, with: Self.windows1252Block) }
        self.table = table
    }

    /// Reads up to about `count` bytes and appends them as UTF-8.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        raw.removeAll(keepingCapacity: true)
        let before = bytes.count
        guard try upstream.read(max(count / 2, 1), into: &raw) > 0 else { return 0 }
        for byte in raw { UTF8Encoding.append(table[Int(byte)], to: &bytes) }
        return bytes.count - before
    }

    /// What a byte stands for in Windows-1252; used to say what a stray byte probably meant.
    public static func windows1252Scalar(for byte: UInt8) -> Unicode.Scalar? {
        let isBlock = (0x80..<0xA0).contains(byte)
        return Unicode.Scalar(isBlock ? windows1252Block[Int(byte) - 0x80] : UInt32(byte))
    }

    /// Bytes 0x80 to 0x9F; the rest equals Latin-1. Source: WHATWG Encoding Standard, index windows-1252.
    private static let windows1252Block: [UInt32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
