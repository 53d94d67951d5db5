/// How a file holds its records.
public enum RecordFormat: Sendable, Equatable {
    /// A header record, then one record after the other (RFC 4180 and its dialects).
    case csv(Dialect)
    /// One JSON object per line.
    case jsonLines
    /// One JSON array of objects.
    case jsonArray
    /// One JSON object whose members, each under its id, are the records.
    case jsonObject

    /// The word for it in reports: `csv`, `jsonl` or `json`.
    public var name: String {
        switch self {
        case .csv: "csv"
        case .jsonLines: "jsonl"
        case .jsonArray, .jsonObject: "json"
        }
    }

    /// The dialect of a CSV file.
    public var dialect: Dialect? {
        if case .csv(let dialect) = self { dialect } else { nil }
    }
}
