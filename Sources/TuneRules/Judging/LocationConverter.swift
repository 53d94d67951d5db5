import TuneBytes
import TuneFindings
import TuneRecords

/// Turns byte ranges of a slice into locations people can find, and cuts out the line around them.
///
/// Goes over the slice once, however many locations are asked for, as long as records are asked about in order.
struct LocationConverter: Sendable {
    private let slice: FileSlice
    private let path: String
    private var anchor: Cursor

    /// For locations in `slice`, which belongs to the file at `path`.
    init(slice: FileSlice, path: String) {
        self.slice = slice
        self.path = path
        anchor = Cursor(slice)
    }

    private static let bytesBefore = 240
    private static let bytesAfter = 400

    /// What `rule` says of a byte range of the slice, in the record (counted from 1) that begins at `recordStart`;
    /// lines count from 1 at the slice's beginning.
    mutating func finding(
        _ rule: RuleID, _ wording: Wording, at range: Range<Int>, recordStart: Int = 0, record: Int? = nil,
        field: String? = nil
    ) -> RuleFinding {
        let slice = slice
        let bytes = slice.bytes.span
        let range = range.clamped(to: 0..<bytes.count)
        let base = min(recordStart, range.lowerBound)
        if base < anchor.offset { anchor = Cursor(slice) }
        anchor.move(to: base, in: slice)
        var here = anchor
        here.move(to: range.lowerBound, in: slice)
        let length = slice.encoding.storedLength(of: bytes.extracting(range))
        let site = Location(
            path: path, record: record, line: here.line, column: here.column + 1, field: field,
            byteStart: here.stored, byteEnd: here.stored + length)
        let excerpt = excerpt(
            of: bytes, at: range.lowerBound, lineStart: here.lineStart, note: wording.note)
        return RuleFinding(rule, wording, site: site, excerpt: excerpt)
    }

    /// An offset on the way through a slice.
    private struct Cursor {
        var offset = 0
        /// The physical line, from 1 at the slice's beginning.
        var line = 1
        var lineStart = 0
        /// The characters before the offset on its line.
        var column: Int
        /// The offset in the file as stored.
        var stored: Int

        init(_ slice: FileSlice) {
            column = slice.column
            stored = slice.storedOffset
        }

        mutating func move(to target: Int, in slice: FileSlice) {
            let between = slice.bytes.span.extracting(offset..<target)
            stored += slice.encoding.storedLength(of: between)
            line += between.occurrences(of: slice.lineEnd)
            if let last = between.lastOffset(of: slice.lineEnd, before: between.count) {
                lineStart = offset + last + 1
                column = between.extracting((last + 1)..<between.count).characterCount()
            } else {
                column += between.characterCount()
            }
            offset = target
        }
    }

    private func excerpt(of bytes: Span<UInt8>, at start: Int, lineStart: Int, note: String?) -> Excerpt {
        var lineEnd = bytes.firstOffset(of: slice.lineEnd, from: start) ?? bytes.count
        if lineEnd > start, lineEnd <= bytes.count, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        let from = wordStart(in: bytes, before: start, lineStart: lineStart)
        let to = boundary(in: bytes, from: min(lineEnd, start + Self.bytesAfter))
        return Excerpt(
            before: bytes.extracting(min(from, start)..<start).text,
            after: bytes.extracting(start..<max(start, to)).text,
            isCutBefore: from > lineStart || (from == 0 && slice.column > 0), isCutAfter: to < lineEnd,
            note: note)
    }

    /// Where the excerpt begins: on the line's first byte, or after the first blank within reach, so that no
    /// word is cut in two and a secret keeps the beginning by which it is known and masked.
    private func wordStart(in bytes: Span<UInt8>, before start: Int, lineStart: Int) -> Int {
        let from = max(lineStart, start - Self.bytesBefore)
        guard from > lineStart else { return from }
        return bytes.extracting(0..<start).firstOffset(of: 0x20, from: from).map { $0 + 1 } ?? start
    }

    /// The nearest offset at or after `offset` that does not lie inside a character.
    private func boundary(in bytes: Span<UInt8>, from offset: Int) -> Int {
        var offset = offset
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        return offset
    }
}
