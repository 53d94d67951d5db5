import TuneBytes

/// Goes over short fields by their ends, found 64 bytes at a time; where a quote is irregular, and after
/// the last line end, the exact machine takes over. Both see the same records.
struct CSVFieldScanner {
    private var machine: CSVMachine
    private var ends: FieldEnds
    /// Where the field at hand begins.
    private var start = 0

    init(_ machine: CSVMachine) {
        self.machine = machine
        ends = FieldEnds(delimiter: machine.dialect.delimiter)
    }

    /// Lends every record from the machine's position on.
    mutating func forEachRecord(
        into record: inout Record, counting statistics: inout SliceStatistics,
        _ body: (inout Record) -> Void
    ) {
        let slice = record.slice
        let bytes = slice.bytes.span
        begin(at: machine.position, &record, statistics)
        while ends.position < bytes.count {
            ends.find(in: bytes)
            let (found, count) = (ends.offsets, ends.count)
            var start = start
            for index in 0..<count {
                let end = Int(found[index])
                if bytes[end] != 0x0A {
                    Self.append(bytes, from: start, upTo: end, to: &record)
                } else if finish(&record, in: bytes, from: start, upTo: end, counting: &statistics) {
                    body(&record)
                    statistics.records += 1
                    record.begin(at: end + 1, index: statistics.records)
                }
                start = end + 1
            }
            self.start = start
            guard ends.isIrregular else { continue }
            handOver(bytes, upTo: ends.position, into: &record, counting: &statistics, body)
            begin(at: machine.position, &record, statistics)
        }
        handOver(bytes, upTo: bytes.count, into: &record, counting: &statistics, body)
    }

    private mutating func begin(
        at position: Int, _ record: inout Record, _ statistics: borrowing SliceStatistics
    ) {
        ends.begin(at: position)
        start = position
        record.begin(at: position, index: statistics.records)
    }

    /// Takes the last field of a record, from `start` to the line feed at `end`; false for an empty line.
    private mutating func finish(
        _ record: inout Record, in bytes: Span<UInt8>, from start: Int, upTo end: Int,
        counting statistics: inout SliceStatistics
    ) -> Bool {
        let textEnd = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
        if textEnd == record.start {
            statistics.noteEmptyLine(at: textEnd)
            record.begin(at: end + 1, index: statistics.records)
            return false
        }
        Self.append(bytes, from: start, upTo: textEnd, to: &record)
        record.end = textEnd
        let ending: Dialect.LineEnding = textEnd < end ? .crlf : .lf
        if ending != machine.dialect.lineEnding { statistics.noteOtherLineEnd(at: textEnd) }
        machine.finish(bytes, &record)
        return true
    }

    @inline(__always)
    private static func append(
        _ bytes: Span<UInt8>, from start: Int, upTo end: Int, to record: inout Record
    ) {
        guard start < end, bytes[start] == Dialect.quote else {
            return record.append(field: TextRange(start, end), from: start, to: end)
        }
        appendQuoted(bytes, from: start, upTo: end, to: &record)
    }

    private static func appendQuoted(
        _ bytes: Span<UInt8>, from start: Int, upTo end: Int, to record: inout Record
    ) {
        let isDoubled = bytes.extracting((start + 1)..<(end - 1)).firstOffset(of: Dialect.quote) != nil
        let text = TextRange(start + 1, end - 1, as: isDoubled ? .doubled : .inSlice)
        record.append(field: text, from: start, to: end)
    }

    /// Lets the exact machine read from the record at hand until it is past `end`, or nothing is left.
    private mutating func handOver(
        _ bytes: Span<UInt8>, upTo end: Int, into record: inout Record,
        counting statistics: inout SliceStatistics, _ body: (inout Record) -> Void
    ) {
        machine.position = record.start
        while machine.position <= end, machine.next(bytes, into: &record, counting: &statistics) {
            body(&record)
            statistics.records += 1
        }
    }
}
