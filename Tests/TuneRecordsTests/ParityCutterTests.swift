import TestSupport
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Cutting by the number of quotes")
struct ParityCutterTests {
    @Test("of a regular file every front is cut where the exact cutter cuts it")
    func againstExactCutter() {
        var (generator, seed) = SeededGenerator.fresh()
        for ending in [Dialect.LineEnding.lf, .crlf] {
            let dialect = Dialect(lineEnding: ending)
            let bytes = GeneratedFile.csv(dialect, rows: 60, using: &generator).bytes
            var exact = CSVCutter(dialect: dialect)
            for end in 0...bytes.count {
                let front = bytes.span.extracting(0..<end)
                let boundary = ParityCutter.boundary(in: front, quotes: ByteSurvey(front).quotes)
                let wanted = exact.advance(over: front)
                #expect(boundary == wanted, "seed \(seed), \(end) bytes")
            }
        }
    }

    @Test("text without a line end outside quotes has no boundary")
    func nothing() {
        for text in ["", "a,b", "\"a\nb", "\"a\n\"\"\n"] {
            let bytes = Array(text.utf8)
            let boundary = ParityCutter.boundary(in: bytes.span, quotes: ByteSurvey(bytes.span).quotes)
            #expect(boundary == 0, "\(text)")
        }
    }
}
