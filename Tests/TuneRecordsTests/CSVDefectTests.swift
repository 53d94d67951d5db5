import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Defects in CSV files")
struct CSVDefectTests {
    /// A defective file, what is found at its marks, and the rows that stay usable.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let kinds: [RecordDefect.Kind]
        let usable: [[String]]
        var testDescription: String { name }
    }

    @Test("the defect is found at its byte and the rows around it are read", arguments: cases)
    func defects(defect: Case) {
        let marked = MarkedText(defect.text)
        for sliceSize in [64, 1 << 20] {
            let reading = ReadResult(marked.bytes, sliceSize: sliceSize)
            let defects = reading.defects.sorted { $0.offset < $1.offset }
            #expect(defects.map(\.kind) == defect.kinds)
            #expect(defects.map(\.offset) == marked.offsets)
            #expect(reading.usable == defect.usable)
        }
    }

    private static let before = "prompt,answer\nq1,a1\n"
    private static let after = "q3,a3\nq4,a4\n"
    private static let around = [["q1", "a1"], ["q3", "a3"], ["q4", "a4"]]

    /// A defect in the one row between others.
    private static func row(_ name: String, _ row: String, _ kinds: RecordDefect.Kind...) -> Case {
        Case(name: name, text: before + row + "\n" + after, kinds: kinds, usable: around)
    }

    private static func tooMany(_ found: Int, smartQuotes: Bool = false) -> RecordDefect.Kind {
        .tooManyFields(found: found, expected: 2, smartQuotes: smartQuotes)
    }

    static let cases: [Case] = [
        row("smart quotes around a comma", "“a, b”,▸x", tooMany(3, smartQuotes: true)),
        row(
            "a space before the quote", "q2, ▸\"b,▸ c▸\"", .strayQuote(afterSpaces: true), tooMany(3),
            .strayQuote(afterSpaces: false)),
        row("a row too long", "q2,a2,▸more,still more", tooMany(4)),
        row("a comma too many at the end", "q2,a2,▸", tooMany(3)),
        row("a quoted field too many", "q2,a2,▸\"x\ny\"", tooMany(3)),
        row("a row too short", "q2▸", .tooFewFields(found: 1, expected: 2)),
        row("a short row that ends in quotes", "\"q2\nq2\"▸", .tooFewFields(found: 1, expected: 2)),
        row("a quote in an unquoted field", "12▸\" disk,a2", .strayQuote(afterSpaces: false)),
        row("a quote at the end of an unquoted field", "q2,12▸\"", .strayQuote(afterSpaces: false)),
        row("text behind a closing quote", "q2,\"abc\"▸def", .textAfterQuote(opened: 23, backslash: false)),
        row("a space behind a closing quote", "\"q2\"▸ ,a2", .textAfterQuote(opened: 20, backslash: false)),
        row(
            "inner quotes that are not doubled", "q2,\"he said \"▸hi\" to me\"",
            .textAfterQuote(opened: 23, backslash: false)),
        row(
            "quotes escaped by backslashes", "q2,\"he said \\\"▸hi\\\"\"",
            .textAfterQuote(opened: 23, backslash: true)),
        row("a quoted backslash before text", "q2,\"\\\"▸x", .textAfterQuote(opened: 23, backslash: true)),
        Case(
            name: "NUL is kept and is not fatal", text: before + "q2,a▸\0b\n" + after, kinds: [.nul],
            usable: [["q1", "a1"], ["q2", "a\0b"], ["q3", "a3"], ["q4", "a4"]]),
        Case(
            name: "a quote that is never closed", text: before + "q2,▸\"a2\n" + after,
            kinds: [.unterminatedQuote(resume: 27)], usable: [["q1", "a1"]]),
        Case(
            name: "a quote that is never closed and no row behind it", text: before + "q2,▸\"a2",
            kinds: [.unterminatedQuote(resume: nil)], usable: [["q1", "a1"]]),
        Case(
            name: "a quote never closed, doubled quotes behind it",
            text: before + "q2,▸\"a2\n\"\"x\n" + after,
            kinds: [.unterminatedQuote(resume: 31)], usable: [["q1", "a1"]]),
    ]

    @Test("a byte that is not UTF-8 rejects its row only")
    func invalidByte() {
        let head = Array("prompt,answer\nq1,a1\nq2,caf".utf8)
        let bytes = head + [0xE9] + Array(" ok\nq3,a3\n".utf8)
        let reading = ReadResult(bytes)
        #expect(reading.defects == [.init(kind: .invalidUTF8(byte: 0xE9), offset: head.count, line: 3)])
        #expect(reading.usable == [["q1", "a1"], ["q3", "a3"]])
        let asked = ReadResult(bytes, encoding: .windows1252)
        #expect(asked.defects.isEmpty)
        #expect(asked.usable == [["q1", "a1"], ["q2", "café ok"], ["q3", "a3"]])
    }

    @Test("each row with a byte that is not UTF-8 is rejected, whatever stands between them")
    func severalInvalidBytes() {
        let rows = ["x,▸\u{1}\u{1}", "ok,ok", "▸\u{1},y", "▸\u{1},z", "ok,ok"].joined(separator: "\n")
        let marked = MarkedText("a,b\n" + rows)
        let reading = ReadResult(marked.bytes.map { $0 == 1 ? 0xFF : $0 })
        #expect(reading.defects.map(\.offset) == marked.offsets)
        #expect(reading.defects.allSatisfy { $0.kind == .invalidUTF8(byte: 0xFF) })
        #expect(reading.usable == [["ok", "ok"], ["ok", "ok"]])
    }

    @Test(
        "reading can resume only where two regular rows follow the open quote",
        arguments: [
            "a,b\n1,\"x\nonly one\n▸3,4\n5,6\n",
            "a,b\n1,\"x\n3,looks right\nbut what follows does not\n▸3,4\n5,6\n",
            "a,b\n1,\"x\n▸3,4\n", "a,b\n1,\"x\n3,\"\"4\"\"z\n▸5,6\n7,8",
        ])
    func resumption(text: String) {
        let marked = MarkedText(text)
        #expect(
            ReadResult(marked.bytes).defects.map(\.kind) == [.unterminatedQuote(resume: marked.offsets[0])])
    }

    @Test("the opening quote names the line where it stands")
    func lineOfOpenQuote() {
        let reading = ReadResult("a,b\n\"x\ny\",1\nz,\"open\n1,2\n")
        #expect(reading.defects.first?.line == 4)
    }

    @Test("a broken header is told apart from the rows")
    func header() {
        let open = ReadResult("a,\"b\n1,2\n3,4\n")
        #expect(open.headerDefects == [.unterminatedQuote(resume: nil)])
        #expect(open.records == 0)
        let stray = ReadResult("a,12\" b\n1,2\n")
        #expect(stray.headerDefects == [.strayQuote(afterSpaces: false)])
        #expect(stray.columns == ["a", "12\" b"])
        #expect(stray.usable == [["1", "2"]])
    }
}
