import TuneBytes
import TuneRecords

extension OpenedFile {
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
