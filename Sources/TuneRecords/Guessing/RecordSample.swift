import TuneBytes

/// What the first records of a file tell.
struct RecordSample {
    /// The text they were read from.
    let slice: FileSlice
    /// How many there are.
    private(set) var count = 0
    /// The keys of the first ones, in order of appearance; none for CSV.
    private(set) var keys: [Column] = []

    private static let recordsRead = 64
    private static let keysKept = 1000

    init(of slice: FileSlice, by parser: RecordParser) {
        self.slice = slice
        var parser = parser
        var names: [String] = []
        var seen: Set<String> = []
        var read = 0
        let statistics = parser.forEachRecord(in: slice) { record in
            guard !record.hasFields, read < Self.recordsRead else { return }
            guard !record.values.isEmpty, record.values[0].kind == .object else { return }
            read += 1
            for index in record.children(of: 0) {
                let name = record.text(record.key(of: index)).text
                guard names.count < Self.keysKept else { return }
                if seen.insert(name).inserted { names.append(name) }
            }
        }
        count = statistics.records
        keys = names.map { Column(name: $0, position: nil) }
    }
}
