import TestSupport
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Both ways through CSV see the same")
struct WaysTests {
    /// What one way sees of a text.
    private struct ParsedText: Equatable {
        var records: [[String]] = []
        var ranges: [[Int32]] = []
        var defects: [RecordDefect] = []
        var statistics = SliceStatistics()
        var isIrregular: Bool { statistics.hasIrregularQuotes }
    }

    private func seen(_ bytes: [UInt8], _ dialect: Dialect, _ way: CSVParser.Way) -> ParsedText {
        var parser = CSVParser(dialect: dialect, expected: 3)
        parser.way = way
        var seen = ParsedText()
        var statistics = SliceStatistics()
        parser.forEachRecord(in: FileSlice(bytes: bytes), &statistics) { record in
            seen.records.append(record.values.indices.map { record.text(record.unescape(at: $0)).text })
            seen.ranges.append(
                [Int32(record.start), Int32(record.end)]
                    + record.values.indices.flatMap { [record.values[$0].start, record.values[$0].end] })
            seen.defects += record.defects
        }
        seen.statistics = statistics
        return seen
    }

    private func compare(_ bytes: [UInt8], _ dialect: Dialect, _ note: String) -> ParsedText {
        let (one, other) = (seen(bytes, dialect, .search), seen(bytes, dialect, .fieldEnds))
        if one != other {
            Issue.record("\(note): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
        return one
    }

    private static let dialects = Dialect.all.filter { $0.lineEnding != .cr }

    @Test("on regular files", arguments: dialects)
    func regular(dialect: Dialect) {
        var (generator, seed) = SeededGenerator.fresh()
        for rows in [1, 3, 30, 300, 1500] {
            let file = GeneratedFile.csv(dialect, rows: rows, using: &generator)
            let seen = compare(file.bytes, dialect, "seed \(seed)")
            #expect(seen.records.dropFirst() == file.rows[...], "seed \(seed)")
            #expect(!seen.isIrregular, "seed \(seed)")
        }
    }

    @Test("on broken files", arguments: dialects)
    func broken(dialect: Dialect) {
        var (generator, seed) = SeededGenerator.fresh()
        for round in 0..<150 {
            // Regular rows in front put what is broken anywhere among the stretches that are looked at.
            let rows = round.isMultiple(of: 2) ? 0 : Int.random(in: 64...300, using: &generator)
            let front = rows == 0 ? [] : GeneratedFile.csv(dialect, rows: rows, using: &generator).bytes
            let bytes = front + dialect.ending + GeneratedFile.brokenCSV(dialect, using: &generator).bytes
            _ = compare(bytes + front + bytes, dialect, "seed \(seed)")
        }
    }

    @Test("on regular files with one byte put in anywhere", arguments: dialects)
    func oneDefect(dialect: Dialect) {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<150 {
            let rows = Int.random(in: 1...200, using: &generator)
            var bytes = GeneratedFile.csv(dialect, rows: rows, using: &generator).bytes
            let offset = Int.random(in: 0...bytes.count, using: &generator)
            bytes.insert(
                [0x22, 0x22, 0x22, 0x0D, 0x0A, 0x00, 0xC3].randomElement(using: &generator) ?? 0x22,
                at: offset
            )
            _ = compare(bytes, dialect, "seed \(seed)")
        }
    }

    @Test("a file that is read by the number of quotes says where that number is wrong")
    func irregular() {
        for (text, isIrregular) in [
            ("a,b,c\n", false), ("\"a\"\"\n\",b,c\n", false), ("\"a\"x,b,c\n", false), ("a\",b,c\n", true),
            ("\"a\"x\",b,c\n", true), ("a,b,\"c\n", true), (" \"a\",b,c\n", true),
        ] {
            #expect(compare(Array(text.utf8), Dialect(), text).isIrregular == isIrregular, "\(text)")
        }
    }
}
