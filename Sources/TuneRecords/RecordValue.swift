/// One value of a record: a CSV field, or a JSON value.
///
/// A record's values lie in document order, each container before what it holds: the first child of the
/// container at `i` is at `i + 1`, and the sibling after the value at `i` is at `values[i].next`.
public struct RecordValue: Sendable, BitwiseCopyable {
    /// What a value is.
    public enum Kind: UInt8, Sendable, BitwiseCopyable {
        case text, number, boolean, null, object, array
    }

    /// What this value is; CSV fields are always text.
    public var kind: Kind
    /// What the text's offsets count in.
    @usableFromInline var form: TextRange.Form
    /// The first byte in the slice, quotes included.
    public var start: Int32
    /// The byte after the last in the slice, quotes included.
    public var end: Int32
    @usableFromInline var lower: Int32
    @usableFromInline var upper: Int32
    /// The index of the value after this one and all it holds.
    public var next: Int32

    init(kind: Kind, start: Int, end: Int, text: TextRange, next: Int) {
        self.kind = kind
        form = text.form
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        lower = text.lower
        upper = text.upper
        self.next = Int32(truncatingIfNeeded: next)
    }

    /// The text with quotes and escapes undone; for numbers, booleans and containers the source spelling. Of a
    /// CSV field it can be lent after `Record.unescape(at:)`.
    @inlinable public var text: TextRange {
        get { TextRange(lower, upper, as: form) }
        set { (lower, upper, form) = (newValue.lower, newValue.upper, newValue.form) }
    }
}

/// The key of a member of a JSON object.
struct RecordKey: BitwiseCopyable {
    /// The key with escapes undone; empty for the elements of arrays.
    var text: TextRange
    /// The first byte in the slice, its quote included.
    var start: Int32

    static let none = RecordKey(text: .empty, start: 0)
}
