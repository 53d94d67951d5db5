import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Guessing format and dialect")
struct GuessTests {
    private func format(_ text: String, _ path: String) -> RecordFormat {
        FormatGuess.format(of: FileSlice(bytes: Array(text.utf8)), path: path)
    }

    private func dialect(_ text: String) -> Dialect {
        DialectGuess.dialect(of: FileSlice(bytes: Array(text.utf8)))
    }

    @Test(
        "the content decides before the name",
        arguments: [
            ("[{\"a\": 1}]", "a.jsonl", RecordFormat.jsonArray), (" \n[", "a.txt", .jsonArray),
            ("{\"a\": 1}\n{\"a\": 2}\n", "a.json", .jsonLines), ("{\"a\": 1}", "a.json", .jsonLines),
            ("{\"a\": {\"b\": 1}}\n{\"a\": {\"b\": 2}}\n", "a.json", .jsonLines),
            ("{\"k\": {\"a\": 1}}\n", "a.json", .jsonObject),
            ("{\"k\": {\"a\": 1}}\n", "a.jsonl", .jsonLines),
            ("{\"k\": {\"a\": 1}}\n", "a.txt", .jsonLines),
            ("{\n \"k\" : \n{\"a\": 1}}", "a.json", .jsonObject),
            ("{\n \"k\\\"1\": {\"a\": 1}}", "a.json", .jsonObject), ("{\n \"k\": [1]}", "a.json", .jsonLines),
            ("{\n \"k\": {\"a\"", "-", .jsonObject), ("{}", "a.json", .jsonLines),
            ("hello\n", "a.jsonl", .jsonLines), ("a,b\n", "a.txt", .csv(Dialect())),
            ("a,b\n", "-", .csv(Dialect())),
        ] as [(String, String, RecordFormat)])
    func formats(text: String, path: String, expected: RecordFormat) {
        #expect(format(text, path) == expected)
    }

    @Test(
        "a name that says CSV is believed",
        arguments: ["a.csv", "a.CSV", "x/a.csv.gz", "a.tsv", "a.psv", "a.tab"])
    func namedCSV(path: String) {
        #expect(format("[a],{b}\n1,2\n", path).name == "csv")
        #expect(format("{\"a\": 1}\n", path).name == "csv")
    }

    @Test(
        "a file's ending is the last part of its name, in lower case, without the compression",
        arguments: [
            ("a.csv", "csv"), ("folder.x/A.JSONL.GZ", "jsonl"), ("a", ""), ("dir.d/a", ""), ("a.gz", ""),
            ("-", ""),
            ("a.b.json", "json"), ("a.csv.gzip", "csv"),
        ])
    func endings(path: String, ending: String) {
        #expect(FormatGuess.fileEnding(of: path) == ending)
    }

    @Test("a format that is asked for is used")
    func requested() {
        let csv = ReadResult(Array("{\"a\": 1}\n{\"a\": 2}\n".utf8), path: "a.jsonl") { $0.format = .csv }
        #expect(csv.columns == ["{\"a\": 1}"])
        let lines = ReadResult(Array("{\"k\": {\"a\": 1}}".utf8), path: "a.json") { $0.format = .jsonl }
        #expect(lines.columns == ["k"])
        let members = ReadResult(Array("{\"k\": {\"a\": 1}}".utf8), path: "a.jsonl") { $0.format = .json }
        #expect(members.columns == ["a"])
        #expect(members.rows.map(\.memberKey) == ["k"])
    }

    @Test("the delimiter and line end are found", arguments: Dialect.all)
    func dialects(expected: Dialect) {
        let mark = String(Character(Unicode.Scalar(expected.delimiter)))
        let ending = String(decoding: expected.ending, as: UTF8.self)
        let inside = expected.lineEnding == .cr ? "\r" : "\n"
        let quoted = "\"x\(inside)y, z; \t|\"\(mark)2"
        #expect(dialect(["a\(mark)b", quoted, "3\(mark)4", ""].joined(separator: ending)) == expected)
        #expect(dialect("a\(mark)b\(ending)") == expected)
    }

    @Test("the delimiter that most rows agree on wins, the comma when none does")
    func delimiterVotes() {
        #expect(dialect("a;b\n1,5;2,5\n3,5;4,5\n").delimiter == UInt8(ascii: ";"))
        #expect(dialect("name, first;age\nx, y;1\nz;2\n").delimiter == UInt8(ascii: ";"))
        #expect(dialect("text\nhello; there\n").delimiter == UInt8(ascii: ","))
        #expect(dialect("a,b;c\n1,2;3\n").delimiter == UInt8(ascii: ","))
    }

    @Test("line ends in quotes do not count")
    func quotedLineEnds() {
        #expect(dialect("\"a\r\nb\",c\n1,2\n").lineEnding == .lf)
        #expect(dialect("\"a\nb\",c\r\n1,2\r\n").lineEnding == .crlf)
        #expect(dialect("a,b").lineEnding == .lf)
    }

    @Test("a delimiter that is asked for is used")
    func requestedDelimiter() {
        let reading = ReadResult(Array("a,b;c\n1,2;3\n".utf8)) { $0.delimiter = UInt8(ascii: ";") }
        #expect(reading.columns == ["a,b", "c"])
        #expect(reading.usable == [["1,2", "3"]])
    }
}
