import TuneBytes
public import TuneFindings
public import TuneRecords

/// Turns a byte of a slice into a place people can find, and cuts out the line around it.
public struct SlicePlace {
    private let slice: FileSlice

    /// For places in `slice`.
    public init(slice: FileSlice) {
        self.slice = slice
    }

    private static let bytesBefore = 240
    private static let bytesAfter = 400

    /// A finding at bytes `from..<to` of the slice; lines count from 1 at the slice's beginning.
    public func finding(
        _ description: RuleDescription, _ wording: Wording, from: Int, to: Int, record: Int?, field: String?,
        path: String
    ) -> Finding {
        let bytes = slice.bytes.span
        let start = min(from, bytes.count)
        let end = min(max(to, start), bytes.count)
        let lineStart = beginningOfLine(bytes, start)
        let site = Site(
            path: path, record: record, line: lineEnds(bytes.extracting(0..<start)) + 1,
            column: column(bytes, lineStart, start), field: field,
            byteStart: slice.storedOffset(of: start), byteEnd: slice.storedOffset(of: end))
        return Finding(
            code: description.code, name: description.name, severity: description.severity,
            message: wording.message, why: wording.why, help: wording.help, site: site,
            excerpt: excerpt(bytes, lineStart, start, note: wording.note))
    }

    private var endsAtCR: Bool { slice.bytes.span.firstOffset(of: 0x0A) == nil }

    private func beginningOfLine(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
        let lineEnd = bytes.lastOffset(of: 0x0A, before: offset)
        if lineEnd == nil, endsAtCR { return bytes.lastOffset(of: 0x0D, before: offset).map { $0 + 1 } ?? 0 }
        return lineEnd.map { $0 + 1 } ?? 0
    }

    private func lineEnds(_ bytes: Span<UInt8>) -> Int {
        bytes.occurrences(of: endsAtCR ? 0x0D : 0x0A)
    }

    /// The column in characters, from 1; a line that was cut in two goes on from the slice before.
    private func column(_ bytes: Span<UInt8>, _ lineStart: Int, _ start: Int) -> Int {
        let before = lineStart == 0 ? slice.column : 0
        return before + bytes.extracting(lineStart..<start).characterCount() + 1
    }

    private func excerpt(_ bytes: Span<UInt8>, _ lineStart: Int, _ start: Int, note: String?) -> Excerpt {
        let ending: UInt8 = endsAtCR ? 0x0D : 0x0A
        var lineEnd = bytes.firstOffset(of: ending, from: start) ?? bytes.count
        if lineEnd > start, lineEnd <= bytes.count, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        let from = wordStart(bytes, lineStart, start)
        let to = boundary(bytes, min(lineEnd, start + Self.bytesAfter))
        return Excerpt(
            before: bytes.extracting(min(from, start)..<start).text,
            after: bytes.extracting(start..<max(start, to)).text,
            isCutBefore: from > lineStart || (from == 0 && slice.column > 0), isCutAfter: to < lineEnd,
            note: note)
    }

    /// Where the excerpt begins: on the line's first byte, or behind the first blank within reach, so that no
    /// word is cut in two and a secret keeps the beginning by which it is known and masked.
    private func wordStart(_ bytes: Span<UInt8>, _ lineStart: Int, _ start: Int) -> Int {
        let from = max(lineStart, start - Self.bytesBefore)
        guard from > lineStart else { return from }
        return bytes.extracting(0..<start).firstOffset(of: 0x20, from: from).map { $0 + 1 } ?? start
    }

    /// The nearest offset at or after `offset` that does not lie inside a character.
    private func boundary(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
        var offset = offset
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }
}
