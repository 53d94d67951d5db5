import TuneBytes
import TuneExamples
import TuneRecords

extension RecordRange {
    /// The bytes `offset..<offset + length` of a message's text as they stand in the slice; the whole value
    /// where the text was joined from several.
    static func message(
        _ message: Example.Message, at offset: Int, length: Int, of record: borrowing Record
    ) -> RecordRange {
        guard let index = message.value, record.values[index].text == message.text else {
            return .value(message.value, of: record)
        }
        let value = record.values[index]
        return RecordRange(
            record.sourceOffset(of: value, at: offset), record.sourceOffset(of: value, at: offset + length),
            value: index)
    }
}
