import TuneBytes
public import TuneFindings
public import TuneRecords

/// Turns bytes of a slice into places people can find, and cuts out the line around them.
///
/// Goes over the slice once, however many places are asked for, as long as records are asked about in order.
public struct LocationConverter: Sendable {
    private let slice: FileSlice
    private var anchor: Cursor

    /// For places in `slice`.
    public init(slice: FileSlice) {
        self.slice = slice
        anchor = Cursor(slice)
    }

    private static let bytesBefore = 240
    private static let bytesAfter = 400

    /// A finding at bytes `from..<to` of the slice, in the record that begins at `recordStart`; lines count from 1 at
    /// the slice's beginning.
    public mutating func finding(
        _ description: RuleDescription, _ wording: Wording, from: Int, to: Int, recordStart: Int = 0,
        record: Int?, field: String?, path: String
    ) -> Finding {
        let slice = slice
        let bytes = slice.bytes.span
        let start = min(from, bytes.count)
        let end = min(max(to, start), bytes.count)
        let base = min(recordStart, start)
        if base < anchor.offset { anchor = Cursor(slice) }
        anchor.move(to: base, in: slice)
        var here = anchor
        here.move(to: start, in: slice)
        let length = slice.encoding.storedLength(of: bytes.extracting(start..<end))
        let site = Location(
            path: path, record: record, line: here.line, column: here.column + 1, field: field,
            byteStart: here.stored, byteEnd: here.stored + length)
        return Finding(
            code: description.code, name: description.name, severity: description.severity,
            message: wording.message, why: wording.why, help: wording.help, site: site,
            excerpt: excerpt(bytes, here.lineStart, start, note: wording.note))
    }

    /// A place on the way through a slice.
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

    private func excerpt(_ bytes: Span<UInt8>, _ lineStart: Int, _ start: Int, note: String?) -> Excerpt {
        var lineEnd = bytes.firstOffset(of: slice.lineEnd, from: start) ?? bytes.count
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
