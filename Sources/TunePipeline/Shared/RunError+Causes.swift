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
        switch error {
        case .notFound(let path):
            let neighbours = FolderListing.names(beside: path)
            let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
            let folder = slash.map { String(path[..<path.utf8.index(after: $0)]) } ?? ""
            let name = String(slash.map { path[path.utf8.index(after: $0)...] } ?? path[...])
            let near = NearMisses.of(name, in: neighbours).map { folder + $0 }
            self.init("there is no file `\(path)`", help: NearMisses.question(near))
        case .stopped: self = .stopped("stopped")
        case .closedPipe:
            self.init("the reader of the output has gone")
            isClosedPipe = true
        case .noFolder(let path):
            let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
            self.init(
                "cannot write `\(path)`: there is no folder `\(folder)`",
                help: ["make it: `mkdir -p \(folder)`"])
        case .isDirectory(let path):
            self.init("`\(path)` is a folder, not a file", help: ["name a file in it"])
        case .failed(let operation, let path, let reason):
            let name = path == "-" ? (operation == .read ? "standard input" : "standard output") : "`\(path)`"
            let verb = operation == .rename ? "put \(name) into place" : "\(operation.rawValue) \(name)"
            self.init("cannot \(verb): \(reason)")
        case .gzipTruncated(let path, let compressed, let uncompressed):
            self.init(
                "`\(path)` is cut off: the gzip stream ends after \(compressed.grouped) bytes, inside its data"
                    + " (\(uncompressed.grouped) bytes of text so far)",
                help: ["download or copy the file again and compare its size with the original"])
        case .gzipDamaged(let path, let compressed, let uncompressed, let detail):
            self.init(
                "`\(path)` is damaged: \(detail) near byte \(compressed.grouped) of the gzip file"
                    + " (\(uncompressed.grouped) bytes of text so far)",
                help: ["download or copy the file again"])
        case .gzipTrailingBytes(let path, let compressed):
            self.init(
                "`\(path)` holds bytes that are not gzip behind its last member, from byte \(compressed.grouped) on",
                help: ["cut them off: `head -c \(compressed) \(path) > whole.gz`"])
        }
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
