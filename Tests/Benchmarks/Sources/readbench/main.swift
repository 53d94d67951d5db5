import TuneBytes
import TuneRecords

// Reads a file: counts its records, the bytes of its texts with quotes and escapes undone, and the longest text.
// `readbench FILE [--jobs N] [--columns N] [--slice BYTES]` prints one line of JSON; with `--columns`, only the first
// N fields of each CSV record count.

struct FieldTotals: Sendable {
    var unreadable = 0
    var bytes = 0
    var longest = 0

    mutating func add(_ text: TextRange) {
        bytes += text.count
        longest = max(longest, text.count)
    }
}

func option(_ name: String) -> Int? {
    CommandLine.arguments.firstIndex(of: name).flatMap { Int(CommandLine.arguments[$0 + 1]) }
}

let path = CommandLine.arguments.dropFirst().first ?? "-"
let jobs = option("--jobs") ?? 1
var options = RecordReader.Options()
if let size = option("--slice") { options.sliceSize = size }
let reader = try RecordReader(TextInput(path: path, workers: jobs), options: options)
let fields = option("--columns")
var records = 0
var total = FieldTotals()
try await reader.forEachSlice(workers: jobs) { slice in
    var totals = FieldTotals()
    slice.forEach { record in
        if record.isUnreadable { totals.unreadable += 1 }
        for index in 0..<min(record.values.count, fields ?? .max) where record.values[index].kind == .text {
            totals.add(record.unescape(at: index))
        }
    }
    return totals
} merge: { parsed in
    let totals = parsed.outcome
    records += parsed.statistics.records
    total.unreadable += totals.unreadable
    total.bytes += totals.bytes
    total.longest = max(total.longest, totals.longest)
}
print(
    "{\"records\":\(records),\"unreadable\":\(total.unreadable),\"bytes\":\(total.bytes),"
        + "\"longest\":\(total.longest)}")
