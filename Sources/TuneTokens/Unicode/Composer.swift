import TuneBytes

/// Brings texts into Unicode's normalization form C, as the tokenizers library does it for Qwen2.
///
/// The tables are those of Unicode 9.0 (`UnicodeTables`): marks added later stay where they are.
struct Composer: Sendable {
    private let tables = CompositionTables.shared
    private let quickCheck = NFCQuickCheck.shared

    /// True only if `text` is in form C. May be false for a text that is, but holds a scalar that the form may
    /// move, take apart or join elsewhere. O(bytes).
    static func isComposed(_ text: Span<UInt8>) -> Bool {
        NFCQuickCheck.shared.firstOffset(in: text, from: 0) == nil
    }

    /// Appends the form C of `text` to `output`; bytes that are not UTF-8 are copied. O(bytes), but
    /// O(n log n) for n marks in a row.
    func appendComposed(_ text: Span<UInt8>, to output: inout [UInt8]) {
        var composed = ComposedText(tables: tables)
        var copied = 0
        var offset = 0
        while let next = quickCheck.firstOffset(in: text, from: offset) {
            let (end, isSettled) = survey(text, from: next)
            offset = end
            if isSettled { continue }
            let start = text.startOfScalar(before: next)
            text.extracting(copied..<start).append(to: &output)
            composed.read(text, start..<end)
            composed.appendComposed(to: &output)
            copied = end
        }
        text.extracting(copied..<text.count).append(to: &output)
    }

    /// Where the scalars of concern from `start` on end, and whether they are marks in order and nothing else.
    private func survey(_ text: Span<UInt8>, from start: Int) -> (end: Int, isSettled: Bool) {
        var offset = start
        var lastClass: UInt32 = 0
        var isSettled = true
        while offset < text.count, let (value, length) = text.scalar(at: offset), quickCheck.concerns(value) {
            let combiningClass = tables.combiningClass(of: value)
            if combiningClass < lastClass || tables.isUnsettled(value) { isSettled = false }
            lastClass = combiningClass
            offset &+= length
        }
        return (offset, isSettled)
    }
}
