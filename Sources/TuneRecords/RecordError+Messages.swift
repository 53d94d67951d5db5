import TuneBytes
public import TuneText

extension RecordError: Explained {
    /// What is wrong.
    public var message: String {
        switch self {
        case .bytes(let error): "\(error)"
        case .empty(let path):
            "\(path == FileInput.standardInputName ? "standard input" : "`\(path)`") is empty"
        case .notText(let path, let kind):
            "`\(path)` is \(kind == "Parquet" ? "a Parquet file" : kind), not text"
        case .recordTooLong(let path, let offset, let limit):
            "a record of `\(path)` is longer than \(limit.grouped) bytes; it begins at byte \(offset.grouped)"
        }
    }

    /// What to do about it.
    public var help: [String] {
        switch self {
        case .bytes: []
        case .empty: ["there is nothing to read"]
        case .notText:
            ["tuneprep reads CSV, JSON Lines and JSON, each also gzipped: export it as one of these"]
        case .recordTooLong: ["the likely cause is a quote that is never closed there"]
        }
    }

    /// The error of the file, whose words these are then.
    public var cause: (any Error)? {
        if case .bytes(let error) = self { error } else { nil }
    }
}
