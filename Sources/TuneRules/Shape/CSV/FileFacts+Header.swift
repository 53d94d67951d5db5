import TuneBytes
import TuneRecords

extension FileFacts {
    /// The byte range in `header` of its field at `position`, from 0; nil where there is no such field.
    func headerField(at position: Int) -> Range<Int>? {
        guard format.dialect != nil else { return nil }
        var range: Range<Int>?
        var parser = RecordParser(format: format, columnCount: columns.count)
        parser.forEachRecord(in: header) { record in
            guard record.index == 0, position < record.values.count else { return }
            range = Int(record.values[position].start)..<Int(record.values[position].end)
        }
        return range
    }
}

extension FileReport {
    /// Reports something about a column at its name in the header, or about the file where it has none
    /// there.
    mutating func add(_ wording: Wording, at column: Column, of file: FileFacts) {
        if let range = column.position.flatMap({ file.headerField(at: $0) }) {
            add(wording, header: range, field: column.name)
        } else {
            add(wording)
        }
    }
}
