import TuneBytes

/// Remembers in which record a text stood first, by the text's hash.
struct SeenExamples: Sendable {
    private var records: [Hash128: Int] = [:]

    /// The record in which the text stood first; nil when it has not been seen.
    func record(of text: Hash128) -> Int? { records[text] }

    /// Notes that the text stands in `record`; returns the record in which it stood before, nil for a new
    /// one.
    mutating func note(_ text: Hash128, in record: Int) -> Int? {
        if let earlier = records[text] { return earlier }
        records[text] = record
        return nil
    }
}
