import TuneBytes
import TuneRecords

// Reads a file: counts its records, the bytes of its texts with quotes and escapes undone, and the longest text.
// `readbench FILE [--jobs N] [--slice BYTES]` prints one line of JSON.

struct Reading: SliceResult {
    var statistics = SliceStatistics()
    var unreadable = 0
    var bytes = 0
    var longest = 0
}

func option(_ name: String) -> Int? {
    CommandLine.arguments.firstIndex(of: name).flatMap { Int(CommandLine.arguments[$0 + 1]) }
}

let path = CommandLine.arguments.dropFirst().first ?? "-"
let jobs = option("--jobs") ?? 1
var options = RecordReader.Options()
if let size = option("--slice") { options.sliceSize = size }
let reader = try RecordReader(TextInput(path: path, width: jobs), options: options)
let parser = reader.parser
var records = 0
var total = Reading()
try await reader.forEachSlice(width: jobs) { slice in
    var reading = Reading()
    var parser = parser
    reading.statistics = parser.forEachRecord(in: slice) { record in
        if record.isUnreadable { reading.unreadable += 1 }
        for index in record.values.indices where record.values[index].kind == .text {
            let text = record.unescape(at: index)
            reading.bytes += text.count
            reading.longest = max(reading.longest, text.count)
        }
    }
    return reading
} merge: { _, reading in
    records += reading.statistics.records
    total.unreadable += reading.unreadable
    total.bytes += reading.bytes
    total.longest = max(total.longest, reading.longest)
}
print(
    "{\"records\":\(records),\"unreadable\":\(total.unreadable),\"bytes\":\(total.bytes),\"longest\":\(total.longest)}"
)
