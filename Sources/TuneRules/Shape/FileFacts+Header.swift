import TuneBytes
import TuneRecords

extension FileFacts {
    /// Where the header's field at `position` stands, in bytes of `header`; nil where there is no such field.
    func headerField(at position: Int) -> Range<Int>? {
        guard format.dialect != nil else { return nil }
        var place: Range<Int>?
        var parser = RecordParser(format: format, columnCount: columns.count)
        parser.forEachRecord(in: header) { record in
            guard record.index == 0, position < record.values.count else { return }
            place = Int(record.values[position].start)..<Int(record.values[position].end)
        }
        return place
    }
}

extension FileReport {
    /// Reports something about a column at its name in the header, or about the file where there is no such
    /// place.
    mutating func add(_ wording: Wording, at column: Column, of file: FileFacts) {
        if let place = column.position.flatMap({ file.headerField(at: $0) }) {
            add(wording, headerFrom: place.lowerBound, to: place.upperBound, field: column.name)
        } else {
            add(wording)
        }
    }
}
