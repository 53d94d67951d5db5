import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Defects in JSON Lines and JSON files")
struct JSONDefectTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let kinds: [RecordDefect.Kind]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ kinds: RecordDefect.Kind...) {
            self.name = name
            self.text = text
            self.kinds = kinds
        }
    }

    @Test("a defective line is found at its byte and the lines around it are read", arguments: cases)
    func lines(defect: Case) {
        let marked = MarkedText("{\"a\": \"one\"}\n\(defect.text)\n{\"a\": \"three\"}\n{\"a\": \"four\"}")
        for sliceSize in [64, 1 << 20] {
            let reading = ReadResult(marked.bytes, path: "a.jsonl", sliceSize: sliceSize)
            #expect(reading.defects.map(\.kind) == defect.kinds)
            #expect(reading.defects.map(\.offset) == marked.offsets)
            #expect(reading.usable == [["one"], ["three"], ["four"]])
            #expect(reading.lines == 3 + defect.text.split(separator: "\n").count)
        }
    }

    @Test(
        "a defective element is found at its byte and the elements around it are read",
        arguments: oneLineCases)
    func elements(defect: Case) {
        let marked = MarkedText(
            "[\n{\"a\": \"one\"},\n\(defect.text),\n{\"a\": \"three\"},\n{\"a\": \"four\"}\n]\n")
        for sliceSize in [64, 1 << 20] {
            let reading = ReadResult(marked.bytes, path: "a.json", sliceSize: sliceSize)
            #expect(reading.defects.map(\.kind) == defect.kinds)
            #expect(reading.defects.map(\.offset) == marked.offsets)
            #expect(reading.usable == [["one"], ["three"], ["four"]])
            #expect(reading.lines == 6)
        }
    }

    @Test(
        "a defective member is found at its byte and the members around it are read", arguments: oneLineCases)
    func members(defect: Case) {
        let text = "{\n\"1\": {\"a\": \"one\"},\n\"2\": \(defect.text),\n\"3\": {\"a\": \"three\"}\n}\n"
        let marked = MarkedText(text)
        for sliceSize in [64, 1 << 20] {
            let reading = ReadResult(marked.bytes, path: "a.json", sliceSize: sliceSize)
            #expect(reading.defects.map(\.kind) == defect.kinds)
            #expect(reading.defects.map(\.offset) == marked.offsets)
            #expect(reading.usable == [["one"], ["three"]])
            #expect(reading.rows.map(\.memberKey) == ["1", "2", "3"])
        }
    }

    private static let deep = String(repeating: "[", count: 511)

    static let oneLineCases: [Case] = [
        Case("a trailing comma in an object", "{\"a\": 1▸,}", .invalidJSON(.trailingComma)),
        Case("a trailing comma in an array", "{\"a\": [1, 2▸, ]}", .invalidJSON(.trailingComma)),
        Case("single quotes around a value", "{\"a\": ▸'x'}", .invalidJSON(.singleQuote)),
        Case("single quotes around a key", "{▸'a': 1}", .invalidJSON(.singleQuote)),
        Case("NaN", "{\"a\": ▸NaN}", .invalidJSON(.bareWord("NaN"))),
        Case("Infinity", "{\"a\": ▸Infinity}", .invalidJSON(.bareWord("Infinity"))),
        Case("minus Infinity", "{\"a\": ▸-Infinity}", .invalidJSON(.badNumber)),
        Case("None", "{\"a\": ▸None}", .invalidJSON(.bareWord("None"))),
        Case("True", "{\"a\": [1, ▸True]}", .invalidJSON(.bareWord("True"))),
        Case("a key without quotes", "{▸a: 1}", .invalidJSON(.keyExpected)),
        Case("a missing colon", "{\"a\" ▸1}", .invalidJSON(.colonExpected)),
        Case("a missing comma", "{\"a\": 1 ▸\"b\": 2}", .invalidJSON(.commaExpected)),
        Case("a missing value", "{\"a\": ▸}", .invalidJSON(.valueExpected)),
        Case("a doubled comma", "{\"a\": [1,▸, 2]}", .invalidJSON(.valueExpected)),
        Case("a bracket of the other kind", "{\"a\": [1▸}, \"b\": {2]}", .invalidJSON(.commaExpected)),
        Case("a number that begins with 0", "{\"a\": ▸012}", .invalidJSON(.badNumber)),
        Case("a number without digits behind its point", "{\"a\": ▸1.}", .invalidJSON(.badNumber)),
        Case("a number with a plus", "{\"a\": ▸+1}", .invalidJSON(.valueExpected)),
        Case("an escape that JSON does not know", "{\"a\": \"x▸\\q\"}", .invalidJSON(.badEscape)),
        Case("an escape with too few digits", "{\"a\": \"▸\\u12\"}", .invalidJSON(.badEscape)),
        Case("a key twice", "{\"a\": 1, \"b\": 2, ▸\"a\": 3}", .duplicateKey),
        Case("a key twice, once escaped", "{\"a\": 1, ▸\"\\u0061\": 3}", .duplicateKey),
        Case("a key twice in an inner object", "{\"o\": {\"k\": 1, ▸\"k\": 2}}", .duplicateKey),
        Case(
            "a key twice among many",
            "{\((0..<20).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")), ▸\"k3\": 0}", .duplicateKey),
        Case("half of a surrogate pair", "{\"a\": \"x▸\\ud800\"}", .loneSurrogate),
        Case("the other half", "{\"a\": \"x▸\\udc00 \\ud83d\\ude42\"}", .loneSurrogate),
        Case("two first halves", "{\"a\": \"▸\\ud83d\\ud83d\\ude42\"}", .loneSurrogate),
        Case("a tab in a string", "{\"a\": \"x▸\ty\"}", .controlCharacter(byte: 9)),
        Case("a NUL in a string", "{\"a\": \"x▸\0y\"}", .controlCharacter(byte: 0)),
        Case("a number in place of an object", "▸12", .notAnObject(.number)),
        Case("a text in place of an object", "▸\"text\"", .notAnObject(.text)),
        Case("a list in place of an object", "▸[1, {\"a\": 2}]", .notAnObject(.array)),
        Case("nothing in place of an object", "▸null", .notAnObject(.null)),
        Case(
            "containers nested too deep",
            "{\"a\": \(deep)▸[1]\(String(repeating: "]", count: 511))}", .nestedTooDeep(limit: 512)),
    ]

    static let cases: [Case] =
        oneLineCases + [
            Case("a value over several lines", "{\"a\":▸\n  \"x\",\n  \"b\": [\n1\n]\n}", .valueSpansLines),
            Case("two values on one line", "{\"a\": 1} ▸{\"a\": 2}", .severalValues),
            Case("a comma between lines", "{\"a\": 1}▸,", .severalValues),
            Case(
                "a raw line end in a string", "{\"a\": \"x▸\ny\", \"b\": \"z\"}",
                .controlCharacter(byte: 0x0A)),
            Case("an object without its end", "▸{\"a\": 1", .truncatedJSON(opened: UInt8(ascii: "{"))),
            Case("a list without its end", "{\"a\": ▸[1, 2", .truncatedJSON(opened: UInt8(ascii: "["))),
            Case("a string without its end", "{\"a\": ▸\"x", .truncatedJSON(opened: UInt8(ascii: "\""))),
            Case("a lone word", "▸hello", .invalidJSON(.bareWord("hello"))),
        ]

    @Test(
        "a last line that breaks off is a defect and the lines before it count",
        arguments: [
            ("▸{\"a\"", UInt8(ascii: "{")), ("{\"a\": ▸\"x", UInt8(ascii: "\"")),
            ("{\"a\": ▸[1,", UInt8(ascii: "[")),
            ("▸{\"a\": tr", UInt8(ascii: "{")), ("▸{\"a\": 1,", UInt8(ascii: "{")), ("▸{", UInt8(ascii: "{")),
            ("{\"a\": ▸\"x\\", UInt8(ascii: "\"")),
        ])
    func truncatedLine(line: String, opened: UInt8) {
        let marked = MarkedText("{\"a\": \"one\"}\n{\"a\": \"two\"}\n\(line)")
        for sliceSize in [64, 1 << 20] {
            let reading = ReadResult(marked.bytes, path: "a.jsonl", sliceSize: sliceSize)
            #expect(
                reading.defects == [
                    .init(kind: .truncatedJSON(opened: opened), offset: marked.offsets[0], line: 3)
                ])
            #expect(reading.usable == [["one"], ["two"]])
            #expect(reading.lines == 3)
        }
    }

    @Test(
        "what is wrong with the container is told apart from the records",
        arguments: [
            Case("a trailing comma in a list", "[{\"a\": \"one\"}▸,\n]\n", .invalidJSON(.trailingComma)),
            Case(
                "a trailing comma behind members", "{\"k\": {\"a\": \"one\"}▸, }",
                .invalidJSON(.trailingComma)),
            Case("text behind a list", "[{\"a\": \"one\"}] ▸x", .severalValues),
            Case("a second list", "[{\"a\": \"one\"}]\n▸[{\"a\": \"two\"}]", .severalValues),
            Case("a list without its end", "[{\"a\": \"one\"}\n▸", .truncatedJSON(opened: UInt8(ascii: "["))),
            Case(
                "a list cut behind a comma", "[{\"a\": \"one\"},\n▸",
                .truncatedJSON(opened: UInt8(ascii: "["))),
            Case(
                "members without their end", "{\"k\": {\"a\": \"one\"}▸",
                .truncatedJSON(opened: UInt8(ascii: "{"))),
        ])
    func container(defect: Case) {
        let marked = MarkedText(defect.text)
        for sliceSize in Array(1...40) + [1 << 20] {
            let reading = ReadResult(marked.bytes, path: "a.json", sliceSize: sliceSize)
            #expect(reading.remainder.map(\.kind) == defect.kinds)
            #expect(reading.remainder.map(\.offset) == marked.offsets)
            #expect(reading.usable == [["one"]])
        }
    }

    @Test(
        "elements that are no values are defects",
        arguments: [
            Case(
                "a brace too many", "[{\"a\": \"one\"},{}▸},{\"a\": \"two\"}]", .invalidJSON(.commaExpected)),
            Case(
                "a bracket too many", "{\"k\":{\"a\": \"one\"},\"x\":{}▸],\"l\":{\"a\": \"two\"}}",
                .invalidJSON(.commaExpected)),
            Case("an empty element", "[{\"a\": \"one\"},▸,{\"a\": \"two\"}]", .invalidJSON(.valueExpected)),
            Case(
                "two elements without a comma", "[{\"a\": \"one\"},{} ▸{},{\"a\": \"two\"}]",
                .invalidJSON(.commaExpected)),
            Case(
                "a member without a key", "{\"k\":{\"a\": \"one\"},▸{},\"l\":{\"a\": \"two\"}}",
                .invalidJSON(.keyExpected)),
            Case(
                "a key in single quotes", "{\"k\":{\"a\": \"one\"},▸'x':{},\"l\":{\"a\": \"two\"}}",
                .invalidJSON(.singleQuote)),
            Case(
                "a member without a colon", "{\"k\":{\"a\": \"one\"},\"x\"▸{},\"l\":{\"a\": \"two\"}}",
                .invalidJSON(.colonExpected)),
        ])
    func elementDefects(defect: Case) {
        let marked = MarkedText(defect.text)
        for sliceSize in [8, 64, 1 << 20] {
            let reading = ReadResult(marked.bytes, path: "a.json", sliceSize: sliceSize)
            #expect(reading.defects.map(\.kind) == defect.kinds)
            #expect(reading.defects.map(\.offset) == marked.offsets)
            #expect(reading.usable == [["one"], ["two"]])
        }
    }

    @Test("a list that breaks off inside an element tells of both")
    func truncatedElement() {
        let marked = MarkedText("[{\"a\": \"one\"},\n{\"a\": ▸\"tw▸")
        let reading = ReadResult(marked.bytes, path: "a.json")
        #expect(
            reading.defects.map(\.kind) == [
                .truncatedJSON(opened: UInt8(ascii: "\"")), .truncatedJSON(opened: UInt8(ascii: "[")),
            ])
        #expect(reading.defects.map(\.offset) == marked.offsets)
        #expect(reading.usable == [["one"]])
    }

    @Test(
        "a broken element on lines of its own costs no other",
        arguments: [
            Case("a missing quote", "{\"a\": \"x, \"▸b\": 1}", .invalidJSON(.commaExpected)),
            Case("a raw line end in a string", "{\"a\": \"x▸\ny\", \"b\": 1}", .controlCharacter(byte: 0x0A)),
            Case("a bracket missing", "{\"a\": [1▸}", .invalidJSON(.commaExpected)),
            Case("brackets swapped", "{\"a\": [1▸}, \"b\": 2]", .invalidJSON(.commaExpected)),
        ], ["", "  ", "\t"])
    func brokenElement(defect: Case, indentation: String) {
        let lines = ["{\"a\": \"one\"}", defect.text, "{\"a\": \"three\"}", "{\"a\": \"four\"}"]
        let list = lines.map { indentation + $0 }.joined(separator: ",\n")
        let members = lines.enumerated().map { "\(indentation)\"k\($0.offset)\": \($0.element)" }.joined(
            separator: ",\n")
        for text in ["[\n\(list)\n]\n", "{\n\(members)\n}\n"] {
            let marked = MarkedText(text)
            for sliceSize in Array(1...80) + [1 << 20] {
                let reading = ReadResult(marked.bytes, path: "a.json", sliceSize: sliceSize) {
                    $0.format = .json
                }
                #expect(reading.defects.map(\.kind) == defect.kinds)
                #expect(reading.defects.map(\.offset) == marked.offsets)
                #expect(reading.usable == [["one"], ["three"], ["four"]])
            }
        }
    }

    @Test(
        "a broken last element leaves the container its end",
        arguments: ["{\"a\": \"x}", "{\"a\": [1}", "{\"a\": \"x, \"b\": 1}"])
    func brokenLastElement(element: String) {
        for sliceSize in Array(1...40) + [1 << 20] {
            let reading = ReadResult(
                "[\n  {\"a\": \"one\"},\n  \(element)\n]\n", path: "a.json", sliceSize: sliceSize)
            #expect(reading.usable == [["one"]])
            #expect(reading.defects.map(\.line) == [3])
            #expect(reading.remainder.isEmpty)
        }
    }

    @Test("in a pretty-printed list a missing quote costs one element")
    func missingQuote() {
        let marked = MarkedText("[\n  {\n    \"a\": \"x▸\n  },\n  {\n    \"a\": \"two\"\n  }\n]\n")
        let reading = ReadResult(marked.bytes, path: "a.json")
        #expect(reading.defects.map(\.kind) == [.controlCharacter(byte: 0x0A)])
        #expect(reading.defects.map(\.offset) == marked.offsets)
        #expect(reading.usable == [["two"]])
    }

    @Test("a byte that is not UTF-8 rejects its line only")
    func invalidByte() {
        let head = Array("{\"a\": \"one\"}\n{\"a\": \"caf".utf8)
        let reading = ReadResult(head + [0xE9] + Array("\"}\n{\"a\": \"three\"}\n".utf8), path: "a.jsonl")
        #expect(reading.defects == [.init(kind: .invalidUTF8(byte: 0xE9), offset: head.count, line: 2)])
        #expect(reading.usable == [["one"], ["three"]])
    }
}
