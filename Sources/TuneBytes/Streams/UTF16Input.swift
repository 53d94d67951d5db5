/// Turns UTF-16 into UTF-8 while it streams. What is not valid UTF-16 becomes bytes that are not valid UTF-8
/// (a lone surrogate its three-byte form, an odd last byte 0xFF), so that the reader finds the defect where
/// it is.
public final class UTF16Input: ByteStream {
    /// Stands for a single byte at the end of the file.
    static let oddByteMark: UInt8 = 0xFF

    private let upstream: any ByteStream
    private let highByte: Int
    private var raw: [UInt8] = []

    /// Transcodes `upstream`, whose byte order mark has been taken off.
    public init(_ upstream: any ByteStream, bigEndian: Bool) {
        self.upstream = upstream
        highByte = bigEndian ? 0 : 1
    }

    /// Reads up to about `count` bytes of UTF-16 and appends them as UTF-8.
    public func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        let before = bytes.count
        while bytes.count == before {
            let got = try upstream.read(max(count / 2, 4), into: &raw)
            if got == 0 {
                guard !raw.isEmpty else { return 0 }
                transcode(isLast: true, into: &bytes)
                raw.removeAll()
            } else {
                transcode(isLast: false, into: &bytes)
            }
        }
        return bytes.count - before
    }

    private func transcode(isLast: Bool, into bytes: inout [UInt8]) {
        var index = 0
        while index + 1 < raw.count {
            let unit = unit(at: index)
            index += 2
            guard unit & 0xFC00 == 0xD800 else {
                append(unit, to: &bytes)
                continue
            }
            guard index + 1 < raw.count else {
                if isLast { append(unit, to: &bytes) } else { index -= 2 }
                break
            }
            let low = self.unit(at: index)
            if low & 0xFC00 == 0xDC00 {
                append(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), to: &bytes)
                index += 2
            } else {
                append(unit, to: &bytes)
            }
        }
        if isLast, index < raw.count { bytes.append(Self.oddByteMark) }
        raw.removeFirst(index)
    }

    private func unit(at index: Int) -> UInt32 {
        UInt32(raw[index + highByte]) << 8 | UInt32(raw[index + 1 - highByte])
    }

    private func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        UTF8Encoding.append(scalar, to: &bytes)
    }
}
