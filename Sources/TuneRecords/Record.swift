public import TuneBytes

/// One row, lent by a parser for the length of a call: its values, where they are, and what is wrong with
/// it.
public struct Record: ~Copyable {
    /// The slice the record is part of.
    public let slice: FileSlice
    /// True when the values are fields of a CSV record.
    public let hasFields: Bool
    /// The record's index in its slice, from 0.
    public internal(set) var index = 0
    /// The offset of the record's first byte in the slice.
    public internal(set) var start = 0
    /// The offset after the record's last byte, without line end or comma.
    public internal(set) var end = 0
    /// The values: the fields of a CSV record; for JSON one object and all it holds.
    public internal(set) var values = UniqueBuffer<RecordValue>()
    /// The key of a record that is a member of a JSON object; nil elsewhere.
    public internal(set) var memberKey: TextRange?
    /// What is wrong with the record's shape.
    public internal(set) var defects: [RecordDefect] = []
    /// True when the record cannot be used.
    public internal(set) var isUnreadable = false
    /// True for what belongs to no record: a container that is never closed, text after its end. Only its
    /// defects count.
    public internal(set) var isRemainder = false
    /// Text that the slice does not hold as it is meant: escapes undone, parts joined.
    var scratch = UniqueBuffer<UInt8>(capacity: 1024)
    /// The keys of the values, by the same indices; none for CSV.
    var keys = UniqueBuffer<RecordKey>()
    private var composing: [UInt8] = []

    init(slice: FileSlice, hasFields: Bool) {
        self.slice = slice
        self.hasFields = hasFields
    }

    /// The bytes of a text of this record. A CSV field's text is ready after `unescape(at:)`.
    @_lifetime(borrow self)
    public func text(_ range: TextRange) -> Span<UInt8> {
        precondition(range.form != .doubled, "the quotes of a field's text are still doubled")
        let bounds = Int(range.lower)..<Int(range.upper)
        if range.isInScratch { return scratch.span.extracting(bounds) }
        return slice.bytes.span.extracting(bounds)
    }

    /// The record's bytes in the slice.
    public var source: Span<UInt8> {
        @_lifetime(borrow self)
        get { slice.bytes.span.extracting(start..<end) }
    }

    /// Joins texts into a new one that lives as long as the record.
    public mutating func compose(_ build: (_ record: borrowing Record, _ text: inout [UInt8]) -> Void)
        -> TextRange
    {
        var composed: [UInt8] = []
        swap(&composed, &composing)
        composed.removeAll(keepingCapacity: true)
        build(self, &composed)
        let lower = scratch.count
        scratch.append(composed.span)
        swap(&composed, &composing)
        return TextRange(lower, scratch.count, isInScratch: true)
    }

    @inline(__always)
    mutating func begin(at offset: Int, index: Int) {
        start = offset
        end = offset
        self.index = index
        memberKey = nil
        isRemainder = false
        values.removeAll()
        keys.removeAll()
        scratch.removeAll()
        isUnreadable = false
        if !defects.isEmpty { defects.removeAll(keepingCapacity: true) }
    }

    /// Makes the doubled quotes of the CSV field at `index` single, if it has any, and returns its text.
    @discardableResult
    @inlinable public mutating func unescape(at index: Int) -> TextRange {
        let text = values[index].text
        return text.form == .doubled ? unescape(text, at: index) : text
    }

    @usableFromInline mutating func unescape(_ text: TextRange, at index: Int) -> TextRange {
        let lower = scratch.count
        let bytes = slice.bytes
        let inside = bytes.span.extracting(Int(text.lower)..<Int(text.upper))
        scratch.append(inside, withSingle: Dialect.quote)
        values[index].text = TextRange(lower, scratch.count, as: .inScratch)
        return values[index].text
    }

    mutating func append(field text: TextRange, from start: Int, to end: Int) {
        values.append(
            RecordValue(kind: .text, start: start, end: end, text: text, next: values.count + 1))
    }

    mutating func add(_ kind: RecordDefect.Kind, at offset: Int, to end: Int? = nil) {
        let defect = RecordDefect(kind: kind, offset: offset, end: end ?? offset + 1)
        defects.append(defect)
        if defect.isFatal { isUnreadable = true }
    }
}
