import TestSupport
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Working on slices side by side")
struct RecordReaderSlicesTests {
    /// What a slice holds.
    private struct SliceContents: Sendable {
        var bytes: [UInt8] = []
        var records: [String] = []
    }

    private struct Refusal: Error {}

    private static func contents(of records: inout SliceRecords) -> SliceContents {
        var contents = SliceContents()
        contents.bytes = records.slice.bytes
        records.forEach { record in
            contents.records.append("\(record.source.text) \(record.defects.count)")
        }
        return contents
    }

    private func reader(_ bytes: [UInt8], sliceSize: Int, recordLimit: Int = 1 << 30) throws -> RecordReader {
        var options = RecordReader.Options()
        options.sliceSize = sliceSize
        options.recordLimit = recordLimit
        options.format = .csv
        return try RecordReader(try TextInput(memory: bytes, path: "a.csv"), options: options)
    }

    /// The bytes and records of all slices, and the longest slice.
    private func read(
        _ bytes: [UInt8], sliceSize: Int, workers: Int, recordLimit: Int = 1 << 30
    ) async throws -> (bytes: [UInt8], records: [String], longest: Int) {
        let reader = try reader(bytes, sliceSize: sliceSize, recordLimit: recordLimit)
        var (joined, records, longest) = (reader.header.bytes, [String](), 0)
        var offsets: [Int] = []
        try await reader.forEachSlice(workers: workers, parse: Self.contents) { parsed in
            let contents = parsed.outcome
            #expect(parsed.slice.storedOffset == joined.count)
            #expect(parsed.statistics.records == contents.records.count)
            offsets.append(parsed.slice.storedOffset)
            joined += contents.bytes
            records += contents.records
            longest = max(longest, contents.bytes.count)
        }
        #expect(offsets == offsets.sorted())
        return (joined, records, longest)
    }

    @Test("every byte stands in one slice, in order, whatever the quotes", arguments: [1, 2, 7])
    func wholeness(workers: Int) async throws {
        var (generator, seed) = SeededGenerator.fresh()
        for round in 0..<30 {
            let dialect = Dialect(lineEnding: round.isMultiple(of: 2) ? .lf : .crlf)
            let regular = GeneratedFile.csv(dialect, rows: 40, using: &generator).bytes
            let broken = GeneratedFile.brokenCSV(dialect, using: &generator).bytes
            let bytes = regular + dialect.ending + (round.isMultiple(of: 3) ? [] : broken) + regular
            let whole = try await read(bytes, sliceSize: 1 << 20, workers: 1)
            #expect(whole.bytes == bytes, "seed \(seed)")
            for size in [1, 64, 100, 1000] {
                let found = try await read(bytes, sliceSize: size, workers: workers)
                #expect(found.bytes == bytes, "seed \(seed), slices of \(size)")
                #expect(found.records == whole.records, "seed \(seed), slices of \(size)")
            }
        }
    }

    private static let rows = Array(String(repeating: "why,because\n", count: 4000).utf8)
    private static let strayQuote =
        Array("q,a\n".utf8) + rows[..<1200] + Array("a 5\" pipe,x\n".utf8) + rows[...]

    @Test("a stray quote does not make slices longer than twice doubled", arguments: [1, 2, 7])
    func sliceSize(workers: Int) async throws {
        let found = try await read(Self.strayQuote, sliceSize: 500, workers: workers)
        #expect(found.bytes == Self.strayQuote)
        #expect(found.records.count == 4101)
        #expect(found.longest <= 4 * 500 + 1)
    }

    @Test("a record is too long only when the exact cutter says so", arguments: [1, 2, 7])
    func recordLimit(workers: Int) async throws {
        let found = try await read(Self.strayQuote, sliceSize: 64, workers: workers, recordLimit: 128)
        #expect(found.records.count == 4101)
        let long = Self.strayQuote + Array("\"\(String(repeating: "x\n", count: 400))\",y\n".utf8)
        await #expect(throws: RecordError.self) {
            try await read(long, sliceSize: 64, workers: workers, recordLimit: 128)
        }
    }

    @Test("what a merge throws ends the work", arguments: [1, 2, 7])
    func failingMerge(workers: Int) async throws {
        let reader = try reader(Self.strayQuote, sliceSize: 64)
        var merged = 0
        await #expect(throws: Refusal.self) {
            try await reader.forEachSlice(workers: workers, parse: Self.contents) { _ in
                merged += 1
                if merged == 5 { throw Refusal() }
            }
        }
        #expect(merged == 5)
    }

    @Test("a field of 20 MB is read by quotes like any other", arguments: [1, 2])
    func longField(workers: Int) async throws {
        let field = String(repeating: "x", count: 20 << 20)
        let bytes = Array("a,b\nq,\"\(field)\"\"\n\"\nlast,row\n".utf8)
        let found = try await read(bytes, sliceSize: 1000, workers: workers)
        #expect(found.bytes == bytes)
        #expect(found.records.map(\.utf8.count) == [field.utf8.count + 9, 10])
    }
}
