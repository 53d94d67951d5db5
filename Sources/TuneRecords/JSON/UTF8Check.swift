import TuneBytes

/// Hands out the invalid bytes of a slice record by record; free of cost where all is valid.
struct UTF8Check {
    private var next: Int?

    /// True when there are invalid bytes ahead.
    var isSuspicious: Bool { next != nil }

    /// A check that has found no invalid byte yet.
    init() {}

    init(_ slice: FileSlice) {
        let bytes = slice.bytes.span
        if slice.survey.hasUTF8Fault || bytes.endsInsideCharacter { next = bytes.firstInvalidUTF8() }
    }

    /// Adds a defect when the record holds an invalid byte. Records must be given in order.
    mutating func check(_ record: inout Record) {
        guard var offset = next else { return }
        let slice = record.slice
        let bytes = slice.bytes.span
        if offset < record.start {
            guard let found = bytes.firstInvalidUTF8(from: record.start) else {
                next = nil
                return
            }
            offset = found
            next = found
        }
        if offset < record.end { record.add(.invalidUTF8(byte: bytes[offset]), at: offset) }
    }
}
