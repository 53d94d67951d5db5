import TuneRecords

extension FileReport {
    /// Reports something about a column at its name in the header, or about the file where it has none
    /// there.
    mutating func add(_ wording: Wording, at column: Column, of file: FileFacts) {
        if let range = column.position.flatMap({ file.opened.headerField(at: $0) }) {
            add(wording, header: range, field: column.name)
        } else {
            add(wording)
        }
    }
}
