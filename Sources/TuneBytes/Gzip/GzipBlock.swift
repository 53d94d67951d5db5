/// A gzip member whose header tells how long it is, as bgzip writes them (BGZF, SAM specification, section
/// 4.1): what it claims, not yet checked.
struct GzipBlock {
    /// Where the member lies, header and trailer included; counted from the first member of its run.
    let stored: Range<Int>
    /// Where its text lies in the text of the run.
    let text: Range<Int>

    private static let textLimit = 64 * 1024
    private static let extraStart = 12
    private static let trailerSize = 8

    /// Looks for the member that begins where `previous` ends, or else at the first byte of `input`; nil when
    /// no such member is there, or not all of it.
    init?(after previous: GzipBlock?, in input: inout ReadAhead) {
        let start = previous?.stored.upperBound ?? 0
        let textStart = previous?.text.upperBound ?? 0
        guard input.hold(start + Self.extraStart),
            let extraSize = Self.extraSize(input.rest.extracting(start..<start + Self.extraStart))
        else { return nil }
        let extra = start + Self.extraStart..<start + Self.extraStart + extraSize
        guard input.hold(extra.upperBound), let size = Self.size(input.rest.extracting(extra)),
            start + size >= extra.upperBound + Self.trailerSize, input.hold(start + size)
        else { return nil }
        let textSize = input.rest.littleEndian(4, at: start + size - 4)
        guard textSize <= Self.textLimit else { return nil }
        stored = start..<start + size
        text = textStart..<textStart + textSize
    }

    private static func extraSize(_ header: Span<UInt8>) -> Int? {
        let isDeflate = GzipInput.recognises(header) && header[2] == 8
        let hasExtra = header[3] & 4 != 0
        return isDeflate && hasExtra ? header.littleEndian(2, at: 10) : nil
    }

    /// The member's size as subfield `BC` of the extra field tells it.
    private static func size(_ extra: Span<UInt8>) -> Int? {
        var offset = 0
        while offset + 4 <= extra.count {
            let end = offset + 4 + extra.littleEndian(2, at: offset + 2)
            guard end <= extra.count else { return nil }
            if extra[offset] == 0x42, extra[offset + 1] == 0x43, end - offset == 6 {
                return extra.littleEndian(2, at: offset + 4) + 1
            }
            offset = end
        }
        return nil
    }
}

extension Span where Element == UInt8 {
    fileprivate func littleEndian(_ count: Int, at offset: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }
}
