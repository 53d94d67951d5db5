public import TuneRecords

/// Something a layout wanted of a record and did not find. What it means is for the rules to say.
public struct ExampleDefect: Sendable, Equatable {
    /// What was found.
    public var kind: Kind
    /// The value concerned; nil for the record as a whole.
    public var value: Int?

    /// What was found.
    public enum Kind: Sendable, Equatable {
        /// There is no such key, or its value is null.
        case missing(field: String)
        /// The value holds nothing but white space, and the layout needs it to make an answer.
        case blank(field: String)
        /// The value is of another kind than the layout reads.
        case wrongType(field: String, found: RecordValue.Kind, wanted: String)
        /// A number or boolean where text is meant; its spelling is used.
        case notText(field: String, found: RecordValue.Kind)
        /// A role that no table knows.
        case unknownRole(word: String)
        /// A role under another name.
        case roleAlias(word: String, role: String)
        /// A PubMedQA decision that is neither yes, no nor maybe.
        case unknownDecision(word: String)
    }

    /// True when the record cannot be used.
    public var isFatal: Bool {
        switch kind {
        case .missing, .blank, .wrongType, .unknownRole, .unknownDecision: true
        case .notText, .roleAlias: false
        }
    }
}
