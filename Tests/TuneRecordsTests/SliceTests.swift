import TestSupport
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Slices do not show")
struct SliceTests {
    private static let sizes = [1, 64, 65, 100, 257, 1000]

    /// Reads `bytes` in slices of every size and compares; returns the reading in one slice.
    @discardableResult
    private func compare(
        _ bytes: [UInt8], path: String, _ note: String,
        configure: (inout RecordReader.Options) -> Void = { _ in }
    ) -> ReadResult {
        let whole = ReadResult(bytes, path: path, configure: configure)
        for size in Self.sizes {
            let sliced = ReadResult(bytes, path: path, sliceSize: size, configure: configure)
            let exact = ReadResult(
                bytes, path: path, sliceSize: size, trustsQuotes: false, configure: configure)
            if sliced != whole || exact != whole {
                Issue.record(
                    "\(note), slices of \(size): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
            }
        }
        return whole
    }

    @Test("regular CSV is read the same in slices of any size, and as it was written", arguments: Dialect.all)
    func regularCSV(dialect: Dialect) {
        var (generator, seed) = SeededGenerator.fresh()
        for rows in [0, 1, 2, 5, 20, 60] {
            let file = GeneratedFile.csv(dialect, rows: rows, using: &generator)
            let reading = compare(file.bytes, path: "a.csv", "seed \(seed)") {
                $0.delimiter = dialect.delimiter
            }
            #expect(reading.usable == file.rows, "seed \(seed)")
            #expect(reading.defects.isEmpty, "seed \(seed)")
        }
    }

    @Test("broken CSV is read the same in slices of any size", arguments: Dialect.all)
    func brokenCSV(dialect: Dialect) {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<25 {
            let file = GeneratedFile.brokenCSV(dialect, using: &generator)
            compare(file.bytes, path: "a.csv", "seed \(seed)") { $0.delimiter = dialect.delimiter }
        }
    }

    @Test("JSON Lines are read the same in slices of any size", arguments: [false, true])
    func jsonLines(broken: Bool) {
        var (generator, seed) = SeededGenerator.fresh()
        for count in [1, 2, 5, 30, 30, 30] {
            let (sources, texts) = GeneratedFile.objects(count, broken: broken, using: &generator)
            for ending in ["\n", "\r\n", "\n\n \n"] {
                let bytes = Array((sources.joined(separator: ending) + (count % 2 == 0 ? "" : ending)).utf8)
                let reading = compare(bytes, path: "a.jsonl", "seed \(seed)") { $0.format = .jsonl }
                if !broken { #expect(reading.usable == texts, "seed \(seed)") }
                if !broken { #expect(reading.defects.isEmpty, "seed \(seed)") }
            }
        }
    }

    @Test(
        "JSON lists and objects are read the same in slices of any size", arguments: [false, true],
        [false, true])
    func containers(broken: Bool, pretty: Bool) {
        var (generator, seed) = SeededGenerator.fresh()
        for count in [1, 2, 5, 30, 30, 30] {
            let (sources, texts) = GeneratedFile.objects(
                count, broken: broken, pretty: pretty, using: &generator)
            let separator = pretty ? ",\n  " : ","
            let members = sources.enumerated().map { "\"k\($0.offset)\": \($0.element)" }
            let space = pretty ? "\n  " : ""
            for text in [
                "[\(space)\(sources.joined(separator: separator))\(pretty ? "\n" : "")]",
                "{\(space)\(members.joined(separator: separator))\(pretty ? "\n" : "")}\n",
            ] {
                let reading = compare(Array(text.utf8), path: "a.json", "seed \(seed)") { $0.format = .json }
                guard !broken else { continue }
                #expect(reading.usable == texts, "seed \(seed)")
                #expect(reading.defects.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("a UTF-16 file is read the same in slices of any size, with its own offsets")
    func utf16() {
        var (generator, seed) = SeededGenerator.fresh()
        for rows in [1, 5, 40] {
            let file = GeneratedFile.csv(Dialect(), rows: rows, using: &generator)
            let text = String(decoding: file.bytes, as: UTF8.self) + "\nshort\n"
            let stored: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let reading = compare(stored, path: "a.csv", "seed \(seed)") { $0.delimiter = 0x2C }
            #expect(reading.rows.dropLast().map(\.texts) == file.rows, "seed \(seed)")
            let last = reading.rows.last
            if let last, last.isUnreadable { #expect(last.end == stored.count - 2, "seed \(seed)") }
            for row in reading.rows {
                let source = ReadResult.utf16Text(stored[row.start..<row.end])
                #expect(!source.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("a gzip file is read as its text, in slices of any size")
    func gzip() {
        var (generator, seed) = SeededGenerator.fresh()
        let file = GeneratedFile.csv(Dialect(), rows: 60, using: &generator)
        let third = file.bytes.count / 3
        let stored = StoredGzip.member(file.bytes[..<third]) + StoredGzip.member(file.bytes[third...])
        let reading = compare(stored, path: "a.csv.gz", "seed \(seed)") { $0.delimiter = 0x2C }
        #expect(reading == ReadResult(file.bytes) { $0.delimiter = 0x2C }, "seed \(seed)")
        #expect(reading.usable == file.rows, "seed \(seed)")
    }

    @Test("white space at the end stays with the last record", arguments: ["\n", "\r\n", "  \n"])
    func finalSpace(line: String) throws {
        let text = "a,b\n" + String(repeating: "1,2\n", count: 20) + String(repeating: line, count: 200)
        var options = RecordReader.Options()
        options.sliceSize = 16
        options.delimiter = 0x2C
        let reader = try RecordReader(
            try TextInput(memory: Array(text.utf8), path: "a.csv"), options: options)
        var last: FileSlice?
        while let slice = try reader.nextSlice() { last = slice }
        #expect(last?.endsFile == true)
        #expect(last?.bytes.first == UInt8(ascii: "1"))
    }

    @Test(
        "every byte of a file stands in the header or in one slice, in order",
        arguments: ["a.csv", "a.jsonl", "a.json"])
    func wholeness(path: String) throws {
        var (generator, _) = SeededGenerator.fresh()
        let (sources, _) = GeneratedFile.objects(40, broken: true, using: &generator)
        let text = path == "a.json" ? "[\(sources.joined(separator: ","))]" : sources.joined(separator: "\n")
        let bytes = Array(text.utf8)
        for size in Self.sizes {
            var options = RecordReader.Options()
            options.sliceSize = size
            let reader = try RecordReader(try TextInput(memory: bytes, path: path), options: options)
            var joined = reader.header.bytes
            var endings: [Bool] = []
            while let slice = try reader.nextSlice() {
                #expect(slice.storedOffset == joined.count)
                joined += slice.bytes
                endings.append(slice.endsFile)
            }
            #expect(joined == bytes)
            #expect(endings.last == true)
            #expect(endings.dropLast().allSatisfy { !$0 })
        }
    }
}

extension ReadResult {
    /// Little-endian UTF-16 as text.
    static func utf16Text(_ bytes: ArraySlice<UInt8>) -> String {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return String(decoding: units, as: UTF16.self)
    }
}
