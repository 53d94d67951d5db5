import TuneBytes

/// The keys of a JSON file's first records.
enum KeySample {
    private static let recordsRead = 64
    private static let columnsKept = 1000

    /// The keys in order of appearance.
    static func columns(of sample: FileSlice, _ format: RecordFormat) -> [Column] {
        var parser = RecordParser(format: format, columnCount: 0)
        var names: [String] = []
        var seen: Set<String> = []
        var read = 0
        parser.forEachRecord(in: sample) { record in
            guard read < recordsRead, !record.values.isEmpty, record.values[0].kind == .object else { return }
            read += 1
            for index in record.children(of: 0) {
                let name = record.text(record.key(of: index)).text
                guard names.count < columnsKept else { return }
                if seen.insert(name).inserted { names.append(name) }
            }
        }
        return names.map { Column(name: $0, position: nil) }
    }
}
