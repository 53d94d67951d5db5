import TuneBytes
import TuneExamples
import TuneRecords
import TuneText

extension RunError {
    /// The words for a failure of any floor.
    public init(_ error: any Error) {
        switch error {
        case let error as RunError: self = error
        case let error as ByteError: self.init(bytes: error)
        case let error as RecordError: self.init(records: error)
        case let error as LayoutError: self.init(layout: error)
        case let error as any Explained:
            if let cause = error.cause {
                self.init(cause)
            } else {
                self.init(DisplayText.visible(error.message), help: error.help.map(DisplayText.visible))
            }
        default: self.init("\(error)")
        }
    }

    private init(bytes error: ByteError) {
        self.init(error.message, help: error.help)
        isClosedPipe = error == .closedPipe
        if case .stopped = error { isStopped = true }
    }

    private init(records error: RecordError) {
        switch error {
        case .bytes(let error): self.init(bytes: error)
        case .empty(let path):
            self.init(
                "\(path == "-" ? "standard input" : "`\(path)`") is empty", help: ["there is nothing to read"]
            )
        case .notText(let path, let kind):
            self.init(
                "`\(path)` is \(kind == "Parquet" ? "a Parquet file" : kind), not text",
                help: [
                    "tuneprep reads CSV, JSON Lines and JSON, each also gzipped: export it as one of these"
                ])
        case .recordTooLong(let path, let offset, let limit):
            self.init(
                "a record of `\(path)` is longer than \(limit.grouped) bytes; it begins at byte \(offset.grouped)",
                help: ["the likely cause is a quote that is never closed there"])
        }
    }

    private init(layout error: LayoutError) {
        switch error {
        case .unknownColumn(let name, let columns):
            self.init(
                "there is no column \(shown(name))",
                help: NearMisses.help(for: name, in: columns) + [
                    "the columns are \(Self.list(columns))"
                ])
        case .sameColumn(let name):
            self.init("\(shown(name)) cannot be both the prompt and the answer")
        case .columnsOfItsOwn(let layout, let name):
            self.init(
                "the layout `\(layout)` knows its columns, and \(shown(name)) was named as well",
                help: ["leave out `--prompt` and `--answer`, or ask for `--layout prompt-answer`"])
        case .noAnswerColumn(let columns):
            self.init(
                "no column is named like an answer",
                help: [
                    "the columns are \(Self.list(columns))",
                    "name them: `--prompt COLUMN --answer COLUMN`; the first line of a CSV file must be its header",
                ])
        case .missingColumns(let layout, let wanted, let columns):
            self.init(
                "the layout `\(layout)` wants \(Self.list(wanted, "or"))",
                help: ["the columns are \(Self.list(columns))", "leave `--layout` out to have it guessed"])
        }
    }

    private static func list(_ names: [String], _ last: String = "and") -> String {
        let quoted =
            names.prefix(12).map { shown($0) } + (names.count > 12 ? ["\(names.count - 12) more"] : [])
        guard quoted.count > 1 else { return quoted.first ?? "none" }
        return quoted.dropLast().joined(separator: ", ") + " \(last) " + quoted[quoted.count - 1]
    }
}
