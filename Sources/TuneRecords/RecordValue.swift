/// One value of a record: a CSV field, or a JSON value with its key.
///
/// A record's values lie in document order, each container before what it holds: the first child of the
/// container at `i` stands at `i + 1`, and the sibling after the value at `i` stands at `values[i].next`.
public struct RecordValue: Sendable {
    /// What a value is.
    public enum Kind: UInt8, Sendable {
        case text, number, boolean, null, object, array
    }

    /// What this value is; CSV fields are always text.
    public var kind: Kind
    /// The first byte in the slice, quotes included.
    public var start: Int32
    /// The byte after the last in the slice, quotes included.
    public var end: Int32
    /// The text with quotes and escapes undone; for numbers, booleans and containers the source spelling.
    public var text: TextRange
    /// The member's key with escapes undone; empty for fields and array elements.
    public var key: TextRange
    /// The first byte of the member's key in the slice, its quote included; 0 where there is no key.
    public var keyStart: Int32
    /// The index of the value after this one and all it holds.
    public var next: Int32
}
