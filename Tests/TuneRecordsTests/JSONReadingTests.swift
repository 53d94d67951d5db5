import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Reading JSON Lines and JSON")
struct JSONReadingTests {
    @Test("values come with their keys, in document order")
    func values() {
        let reading = ReadResult(
            #"{"s": "x", "n": -1.5e3, "t": true, "z": null, "o": {"l": [1, "é"]}}"#, path: "a.jsonl")
        let expected: [(RecordValue.Kind, String, String)] = [
            (.object, "", #"{"s": "x", "n": -1.5e3, "t": true, "z": null, "o": {"l": [1, "é"]}}"#),
            (.text, "s", "x"), (.number, "n", "-1.5e3"), (.boolean, "t", "true"), (.null, "z", "null"),
            (.object, "o", #"{"l": [1, "é"]}"#), (.array, "l", #"[1, "é"]"#), (.number, "", "1"),
            (.text, "", "é"),
        ]
        #expect(reading.rows.count == 1)
        #expect(
            reading.rows[0].values == expected.map { ReadResult.Value(kind: $0.0, key: $0.1, text: $0.2) })
    }

    @Test("escapes are undone in values and keys")
    func escapes() {
        let line = #"{"\u0061\"b": "\"\\\/\b\f\n\r\t\u00e9\u4f60\uD83D\uDE42\u0000"}"#
        let reading = ReadResult(line, path: "a.jsonl")
        #expect(reading.defects.isEmpty)
        #expect(reading.rows[0].values[1].key == "a\"b")
        #expect(reading.usable == [["\"\\/\u{8}\u{C}\n\r\té你🙂\0"]])
    }

    @Test("long numbers keep every digit")
    func bigNumbers() {
        let number = "-123456789012345678901234567890.123456789012345678901234567890e+400"
        #expect(ReadResult("{\"a\": \(number)}", path: "a.jsonl").usable == [[number]])
    }

    @Test("empty lines are counted and are no records")
    func emptyLines() {
        let reading = ReadResult("\n{\"a\": 1}\n \t\r\n\n{\"a\": 2}\n\n", path: "a.jsonl")
        #expect(reading.usable == [["1"], ["2"]])
        #expect(reading.emptyLines == 4)
        #expect(reading.firstEmptyLine == 0)
        #expect(reading.rows.map(\.line) == [2, 5])
        #expect(reading.defects.isEmpty)
    }

    @Test("CR LF and a missing last line end are fine", arguments: ["\n", "\r\n", ""])
    func lineEnds(last: String) {
        let reading = ReadResult("{\"a\": 1}\r\n{\"a\": 2}\(last)", path: "a.jsonl")
        #expect(reading.usable == [["1"], ["2"]])
        #expect(reading.rows.map(\.end) == [8, 18])
        #expect(reading.defects.isEmpty)
        #expect(reading.lines == 2)
    }

    @Test("a byte order mark is stepped over", arguments: ["a.jsonl", "a.json"])
    func byteOrderMark(path: String) {
        let text = path == "a.json" ? "[{\"a\": 1},\n{\"a\": 2}]" : "{\"a\": 1}\n{\"a\": 2}\n"
        let reading = ReadResult([0xEF, 0xBB, 0xBF] + Array(text.utf8), path: path)
        #expect(reading.defects.isEmpty)
        #expect(reading.usable == [["1"], ["2"]])
        #expect(reading.rows.map(\.start) == (path == "a.json" ? [4, 14] : [3, 12]))
    }

    @Test(
        "a list gives its elements, an object its members under their keys",
        arguments: [
            "[{\"a\": 1}, {\"a\": 2}]", "[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n",
            "[{\"a\":1},{\"a\":2}]",
            " \n [ {\"a\" : 1 } , {\"a\" : 2 } ] \n",
        ])
    func lists(text: String) {
        for sliceSize in [1, 8, 1000] {
            let list = ReadResult(text, path: "a.json", sliceSize: sliceSize)
            #expect(list.usable == [["1"], ["2"]])
            #expect(list.defects.isEmpty)
            let members = text.replacing("[", with: "{").replacing("]", with: "}")
                .replacing("{\"a\":1", with: "\"k,\\\"1\": {\"a\":1")
            guard text.contains("{\"a\":1") else { continue }
            let object = ReadResult(
                members.replacing(",{\"a\":2", with: ",\"2\":{\"a\":2"), path: "a.json", sliceSize: sliceSize)
            #expect(object.usable == [["1"], ["2"]])
            #expect(object.rows.map(\.memberKey) == ["k,\"1", "2"])
            #expect(object.defects.isEmpty)
        }
    }

    @Test("brackets, braces, commas and quotes inside strings are text")
    func structureInStrings() {
        let text = #"[{"a": "]},{[\""},{"a": "\\"},{"a": "x\\\","}]"#
        for sliceSize in [4, 1000] {
            let reading = ReadResult(text, path: "a.json", sliceSize: sliceSize)
            #expect(reading.usable == [["]},{[\""], ["\\"], ["x\\\","]])
            #expect(reading.defects.isEmpty)
        }
    }

    @Test("an empty list has no records and no defects", arguments: ["[]", "[ \n ]\n"])
    func emptyList(text: String) {
        let reading = ReadResult(text, path: "a.json")
        #expect(reading.error == nil)
        #expect(reading.records == 0)
        #expect(reading.defects.isEmpty)
    }

    @Test("the columns are the keys of the first records in order of appearance")
    func columns() {
        let reading = ReadResult("{\"b\": 1, \"a\": {\"x\": 1}}\n{\"a\": 2, \"c\": 3}\n", path: "a.jsonl")
        #expect(reading.columns == ["b", "a", "c"])
    }

    @Test("a record longer than the first look is read whole", arguments: ["a.jsonl", "a.json"])
    func longRecord(path: String) {
        let long = String(repeating: "x", count: 600_000)
        let text =
            path == "a.json"
            ? "[{\"a\": \"\(long)\"},{\"a\": \"2\"}]" : "{\"a\": \"\(long)\"}\n{\"a\": \"2\"}\n"
        let reading = ReadResult(text, path: path, sliceSize: 1000)
        #expect(reading.columns == ["a"])
        #expect(reading.usable.map { $0.map(\.count) } == [[600_000], [1]])
    }

    @Test("a list behind much white space is found")
    func lateList() {
        let space = String(repeating: " ", count: 256 * 1024 - 1)
        #expect(ReadResult("\(space)[{\"a\": 1}]", path: "a.json").usable == [["1"]])
    }

    @Test("a member is found by its name, a missing one is not")
    func lookup() {
        let slice = FileSlice(bytes: Array(#"{"a": {"b": [1, 2]}, "\u0063": "x"}"#.utf8))
        var parser = RecordParser(format: .jsonLines, columnCount: 0)
        parser.forEachRecord(in: slice) { record in
            let outer = record.member(Array("a".utf8), of: 0)
            #expect(outer == 1)
            #expect(record.children(of: 0) == [1, 5])
            #expect(record.member(Array("b".utf8), of: 1) == 2)
            #expect(record.children(of: 2) == [3, 4])
            #expect(record.member(Array("c".utf8), of: 0) == 5)
            #expect(record.member(Array("b".utf8), of: 0) == nil)
            #expect(record.value(of: Column(name: "c", position: nil)) == 5)
            #expect(record.value(of: Column(name: "d", position: nil)) == nil)
        }
    }
}
