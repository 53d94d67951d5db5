import TuneBytes
import TuneRecords
import TuneRules
import TuneText

/// What comparing a file's records will take at most, known before the file is read.
struct MemoryForecast: Sendable {
    let path: String
    /// The records the file has; with `isLeast`, as many at least.
    let records: Int
    /// True where the stored size does not tell how many records there are: of gzip and of streams.
    let isLeast: Bool
    /// The entries of the index a record makes at most: the example, and its id where records have one.
    let entriesPerRecord: Int
    /// What is taken already.
    let taken: Int
    let limit: Int?

    /// The bytes from which on it is worth a line.
    static let threshold = 256 << 20

    /// What a record takes.
    var bytesPerRecord: Int { entriesPerRecord * ExampleIndex.bytesPerEntry }

    /// What the file's records take.
    var bytes: Int { ExampleIndex.bytes(for: records) * entriesPerRecord }

    /// The line for people; nil when it does not matter.
    var note: String? {
        let all = taken + bytes
        guard let limit else {
            return all >= Self.threshold ? "note: \(subject); `--max-memory SIZE` bounds it" : nil
        }
        guard all > limit || isLeast else { return nil }
        let room = ExampleIndex.entries(within: max(0, limit - taken) / entriesPerRecord)
        return "note: \(subject); `--max-memory \(ByteSize.exact(limit))` holds at least \(room.grouped)"
    }

    private var subject: String {
        let name = path == FileInput.standardInputName ? "standard input" : "`\(path)`"
        guard isLeast else {
            return "comparing about \(records.grouped) records of \(name) takes up to"
                + " \(Self.rounded(taken + bytes))"
        }
        return "comparing the records of \(name) takes up to \(bytesPerRecord) bytes each, and how many there"
            + " are shows only when they are read"
    }

    /// The bytes in whole MB, or kB when they are few, rounded up.
    static func rounded(_ bytes: Int) -> String {
        let (unit, name) = bytes < 10_000_000 ? (1000, "kB") : (1_000_000, "MB")
        return "\(((bytes + unit - 1) / unit).grouped) \(name)"
    }
}

extension MemoryForecast {
    /// The forecast for a training file that has been opened, beside what `index` holds already.
    init(_ file: ReadableFile, beside index: ExampleIndex, limit: Int?) {
        let expected = file.reader.expectedRecords
        self.init(
            path: file.path, records: expected.count, isLeast: expected.isLeast,
            entriesPerRecord: file.reader.format == .jsonObject ? 2 : 1, taken: index.bytes, limit: limit)
    }
}
