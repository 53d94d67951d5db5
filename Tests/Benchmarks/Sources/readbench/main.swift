import TuneBytes
import TuneRecords

// Reads a file on one core: counts its records, the bytes of its texts, and the longest text. `readbench FILE`.
let path = CommandLine.arguments.dropFirst().first ?? "-"
let reader = try RecordReader(TextInput(path: path))
var parser = reader.parser
var records = 0
var unreadable = 0
var bytes = 0
var longest = 0
while let slice = try reader.nextSlice() {
    let statistics = parser.forEachRecord(in: slice) { record in
        if record.isUnreadable { unreadable += 1 }
        for value in record.values where value.kind == .text {
            bytes += value.text.count
            longest = max(longest, value.text.count)
        }
    }
    records += statistics.records
}
print(records, unreadable, bytes, longest)
