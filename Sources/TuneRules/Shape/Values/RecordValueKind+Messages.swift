import TuneRecords

extension RecordValue.Kind {
    /// The kind in a sentence.
    var words: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        case .object: "an object"
        case .array: "a list"
        }
    }
}
