/// Something a reader saw that is not as the format wants it. What it means is for the rules to say.
public struct RecordDefect: Sendable, Equatable {
    /// What was seen.
    public var kind: Kind
    /// The first byte it concerns, in the slice.
    public var offset: Int
    /// The byte after the last it concerns.
    public var end: Int

    /// What was seen.
    public enum Kind: Sendable, Equatable {
        /// A byte that cannot be where it is in UTF-8.
        case invalidUTF8(byte: UInt8)
        /// More fields than the header names; the range is the first field too many.
        case tooManyFields(found: Int, expected: Int, smartQuotes: Bool)
        /// Fewer fields than the header names; the offset is the record's end.
        case tooFewFields(found: Int, expected: Int)
        /// The file ends inside quotes; the offset is the opening quote. `resume` is where a record that
        /// parses begins.
        case unterminatedQuote(resume: Int?)
        /// A quote inside a field that does not begin with one.
        case strayQuote(afterSpaces: Bool)
        /// Text after a closing quote; the field opened at `opened`.
        case textAfterQuote(opened: Int, backslash: Bool)
        /// U+0000.
        case nul
        /// Not JSON.
        case invalidJSON(JSONDefect)
        /// More after the value that should be alone.
        case severalValues
        /// The text ends inside a JSON value; the offset is what was opened last.
        case truncatedJSON(opened: UInt8)
        /// The line ends inside a JSON value that is not a string.
        case valueSpansLines
        /// A key that the object already has.
        case duplicateKey
        /// An escape for half of a surrogate pair.
        case loneSurrogate
        /// A control character inside a JSON string; a line end is 0x0A.
        case controlCharacter(byte: UInt8)
        /// The record is a JSON value of another kind than an object.
        case notAnObject(RecordValue.Kind)
        /// Containers nested deeper than the limit.
        case nestedTooDeep(limit: Int)
    }

    /// True when the record cannot be used.
    public var isFatal: Bool { kind != .nul }
}
