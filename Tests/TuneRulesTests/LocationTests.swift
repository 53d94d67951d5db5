import Foundation
import TestSupport
import Testing
import TuneFindings
import TunePipeline
import TuneRecords
import TuneRules

@Suite("findings point at the right byte, line and column")
struct LocationTests {
    @Test("a planted fault in a file of quoted newlines is found where it was planted")
    func plantedFaults() async throws {
        for _ in 0..<60 {
            let seed = UInt64.random(in: 0..<1_000_000)
            var generator = SeededGenerator(seed: seed)
            let ending = ["\n", "\r\n"].randomElement(using: &generator) ?? "\n"
            var text = "question,answer" + ending
            var planted: (offset: Int, line: Int, column: Int, record: Int)?
            let rows = Int.random(in: 5...80, using: &generator)
            let chosen = Int.random(in: 1...rows, using: &generator)
            for row in 1...rows {
                let lines = (0..<Int.random(in: 1...4, using: &generator)).map {
                    "é line \($0), \"\"quoted\"\""
                }
                text += "\"" + lines.joined(separator: "\n") + "\",\"answer \(row)"
                if row == chosen {
                    text += "\nü "
                    let before = text
                    let line = before.utf8.count { $0 == 0x0A } + 1
                    let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
                    planted = (before.utf8.count, line, column, row)
                    text += "\u{FFFD} end"
                }
                text += "\"" + ending
            }
            let wanted = try #require(planted)
            for size in [64, 300, 1 << 20] {
                var options = CheckOptions(training: [Memory.file("data.csv", text, sliceSize: size)])
                options.only = [try #require(RuleID(named: "replacement-character"))]
                let found = try await CheckRun(options).result().findings.kept
                let site = try #require(found.first?.site, "seed \(seed)")
                #expect(found.count == 1, "seed \(seed)")
                #expect(site.byteStart == wanted.offset, "seed \(seed), slices of \(size)")
                #expect(site.line == wanted.line, "seed \(seed), slices of \(size)")
                #expect(site.column == wanted.column, "seed \(seed), slices of \(size)")
                #expect(site.record == wanted.record, "seed \(seed), slices of \(size)")
            }
        }
    }

    @Test("in UTF-16 the offset counts the stored bytes")
    func storedOffsets() async throws {
        let text = "question,answer\nWhy 😀?,Bec\u{FFFD}ause\n"
        var stored: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { stored += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        var options = CheckOptions(training: [Memory.file("data.csv", stored)])
        options.only = [try #require(RuleID(named: "replacement-character"))]
        let site = try #require(try await CheckRun(options).result().findings.kept.first?.site)
        let before = try #require(text.range(of: "\u{FFFD}")).lowerBound
        #expect(site.byteStart == 2 + 2 * text[..<before].utf16.count)
        #expect(site.line == 2)
    }

    @Test("counts stay exact beyond the findings kept")
    func exactCounts() async throws {
        let rows = (0..<500).map { "q\($0)," }.joined(separator: "\n")
        var options = CheckOptions(training: [
            Memory.file("data.csv", "question,answer\n" + rows + "\n", sliceSize: 64)
        ])
        options.findingsKept = 3
        let result = try await CheckRun(options).result()
        let place = try #require(RuleID(named: "TP101"))
        #expect(result.findings.counts[place] == 500)
        #expect(result.findings.kept.filter { $0.code == "TP101" }.map(\.site.record) == [1, 2, 3])
        #expect(result.ledger.isClosed)
    }
}
