import TuneBytes

/// Compares a record's number of fields with the header's.
enum CSVFieldCount {
    /// Adds a defect when `record`, which stands in `bytes`, has not `expected` fields.
    static func check(_ record: inout Record, in bytes: Span<UInt8>, against expected: Int?) {
        guard let expected, record.values.count != expected else { return }
        let found = record.values.count
        if found < expected {
            record.add(.tooFewFields(found: found, expected: expected), at: record.end)
        } else {
            let extra = record.values[expected]
            record.add(
                .tooManyFields(found: found, expected: expected, smartQuotes: hasSmartQuotes(bytes, record)),
                at: Int(extra.start), to: Int(extra.end))
        }
    }

    /// True when a field begins with U+201C or U+201D, the quotes that word processors put in place of `"`.
    private static func hasSmartQuotes(_ bytes: Span<UInt8>, _ record: borrowing Record) -> Bool {
        for index in record.values.indices {
            let start = Int(record.values[index].start)
            guard start + 3 <= bytes.count, bytes[start] == 0xE2, bytes[start + 1] == 0x80 else { continue }
            if bytes[start + 2] == 0x9C || bytes[start + 2] == 0x9D { return true }
        }
        return false
    }
}
