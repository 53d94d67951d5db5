import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Cutting a buffer after whole records")
struct CutterTests {
    /// Where a buffer that grows byte by byte could be cut, for each of its lengths.
    private func boundaries(_ text: String, _ format: RecordFormat) -> [Int] {
        let bytes = Array(text.utf8)
        var cutter = Cutter(format)
        return (0...bytes.count).map { cutter.boundary(in: bytes.span.extracting(0..<$0)) }
    }

    @Test("CSV is cut behind a line end outside quotes")
    func csv() {
        let found = boundaries("a,b\n\"\n\"\"\n\",\nx", .csv(Dialect()))
        #expect(found == [0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4, 4, 12, 12])
    }

    @Test("a stray quote does not open a field")
    func strayQuote() {
        #expect(boundaries("a\"\nb\n", .csv(Dialect())) == [0, 0, 0, 3, 3, 5])
        let quoted = boundaries("\"a\"\"\n\"b\"c\"\nx\n", .csv(Dialect()))
        #expect(quoted == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 11, 13])
    }

    @Test("where CR ends lines, the LF behind one is waited for")
    func carriageReturn() {
        let dialect = Dialect(lineEnding: .cr)
        #expect(boundaries("a\rb\r\nc", .csv(dialect)) == [0, 0, 0, 2, 2, 5, 5])
    }

    @Test("JSON Lines are cut before a line that begins an object")
    func lines() {
        #expect(boundaries("{}\n1\n {}\n", .jsonLines) == [0, 0, 0, 0, 0, 0, 0, 5, 5, 5])
    }

    @Test("JSON elements are cut behind their comma when another element follows")
    func elements() {
        #expect(boundaries("{\",\":[1,2]}, {},]", .jsonArray).last == 12)
        #expect(boundaries("1, 2", .jsonArray) == [0, 0, 0, 0, 2])
        #expect(boundaries("1,]", .jsonArray) == [0, 0, 0, 0])
        #expect(boundaries("\"k\":{},}", .jsonObject).last == 0)
        #expect(boundaries("1] , 2, 3", .jsonArray).last == 0)
    }

    @Test("a broken element is cut off before the line that begins like its own")
    func brokenElement() {
        #expect(boundaries("\n {\"a},\n  {\n {}", .jsonArray).last == 12)
        #expect(boundaries("\n {\"a},\n ]", .jsonArray).last == 8)
    }

    @Test("after a cut the search goes on behind it")
    func cutting() {
        let bytes = Array("a,\"b\nc\"\nd,e\nf".utf8)
        var cutter = Cutter(.csv(Dialect()))
        #expect(cutter.boundary(in: bytes.span.extracting(0..<10)) == 8)
        cutter.cut()
        #expect(cutter.boundary(in: bytes.span.extracting(8..<bytes.count)) == 4)
    }

    @Test("physical lines end at LF, or at CR, LF and CR LF where CR ends lines")
    func physicalLines() {
        let text = Array("a\rb\r\nc\nd\n\re".utf8)
        #expect(LineCount(.csv(Dialect())).ends(in: text.span) == 3)
        #expect(LineCount(.csv(Dialect(lineEnding: .cr))).ends(in: text.span) == 5)
        #expect(LineCount(.jsonLines).ends(in: text.span) == 3)
    }
}
