import TestSupport
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("From a text back to its source")
struct SourceOffsetTests {
    /// For one value of the only record of `text`: where each byte of its text, and its end, stands in the source.
    private func offsets(_ text: String, _ format: RecordFormat, columns: Int, value: Int) -> [Int] {
        var parser = RecordParser(format: format, columnCount: columns)
        var result: [Int] = []
        parser.forEachRecord(in: FileSlice(bytes: Array(text.utf8))) { record in
            record.unescape(at: value)
            let value = record.values[value]
            result = (0...value.text.count).map { record.sourceOffset(of: value, at: $0) }
        }
        return result
    }

    @Test("plain and quoted CSV fields are their own source")
    func plainField() {
        #expect(offsets("x,abc\n", .csv(Dialect()), columns: 2, value: 1) == [2, 3, 4, 5])
        #expect(offsets("x,\"abc\"\n", .csv(Dialect()), columns: 2, value: 1) == [3, 4, 5, 6])
        #expect(offsets("x,\"\"\n", .csv(Dialect()), columns: 2, value: 1) == [3])
    }

    @Test("a doubled quote in CSV is two bytes of source")
    func doubledQuote() {
        #expect(offsets("x,\"a\"\"b\"\"\"\n", .csv(Dialect()), columns: 2, value: 1) == [3, 4, 6, 7, 9])
        #expect(offsets("\"\"\"\"\"\"", .csv(Dialect()), columns: 1, value: 0) == [1, 3, 5])
    }

    @Test("every byte of an escaped CSV field stands where its source byte is")
    func randomFields() {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<200 {
            let text = generator.bytes(
                Int.random(in: 0...20, using: &generator), from: Array("\"\"a,\n".utf8))
            let source = "x,\"" + String(decoding: text, as: UTF8.self).replacing("\"", with: "\"\"") + "\"\n"
            let found = offsets(source, .csv(Dialect()), columns: 2, value: 1)
            let bytes = Array(source.utf8)
            #expect(found.dropLast().map { bytes[$0] } == text, "seed \(seed)")
            #expect(found.last == bytes.count - 2, "seed \(seed)")
            #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
        }
    }

    @Test("a JSON escape stands at its backslash, for every byte it becomes")
    func jsonEscapes() {
        let found = offsets(#"["a\n\u00e9\ud83d\ude42\\b"]"#, .jsonLines, columns: 0, value: 1)
        #expect(found == [2, 3, 5, 5, 11, 11, 11, 11, 23, 25, 26])
    }

    @Test("half a surrogate pair takes the six bytes of its escape")
    func loneSurrogate() {
        #expect(offsets(#"["\ud83dx"]"#, .jsonLines, columns: 0, value: 1) == [2, 2, 2, 8, 9])
        #expect(offsets(#"["\ude42\ud83d"]"#, .jsonLines, columns: 0, value: 1) == [2, 2, 2, 8, 8, 8, 14])
    }

    @Test("characters beside escapes stand byte by byte")
    func rawCharacters() {
        #expect(offsets("[\"é\\t🙂\"]", .jsonLines, columns: 0, value: 1) == [2, 3, 4, 6, 7, 8, 9, 10])
        #expect(offsets("[\"é🙂\"]", .jsonLines, columns: 0, value: 1) == [2, 3, 4, 5, 6, 7, 8])
    }

    @Test(
        "an escape is joined with the next when the two are a pair",
        arguments: [
            (#"\u0041"#, 0x41, 6), (#"\uD83D\uDE42"#, 0x1F642, 12), (#"\ud800\udc00"#, 0x10000, 12),
            (#"\udbff\udfff"#, 0x10FFFF, 12), (#"\ud83d"#, 0xD83D, 6), (#"\ud83dx"#, 0xD83D, 6),
            (#"\ud83d\u0041"#, 0xD83D, 6), (#"\ud83d\ud83d"#, 0xD83D, 6), (#"\ude42\ud83d"#, 0xDE42, 6),
            (#"\ud83d\n"#, 0xD83D, 6), (#"\ud83d\ude4"#, 0xD83D, 6), (#"\uFFFF\uDC00"#, 0xFFFF, 6),
        ] as [(String, UInt32, Int)])
    func pairs(source: String, value: UInt32, length: Int) {
        let bytes = Array(source.utf8)
        let scalar = bytes.span.jsonScalar(at: 0)
        #expect(scalar?.value == value)
        #expect(scalar?.length == length)
    }

    @Test(
        "four hexadecimal digits make an escape, nothing less",
        arguments: [#"\u"#, #"\u12"#, #"\u12g4"#, #"\x0041"#, #"u0041"#])
    func badEscapes(source: String) {
        let bytes = Array(source.utf8)
        let isThere = bytes.span.jsonScalar(at: 0) != nil
        #expect(!isThere)
    }

    @Test("a composed text lives beside the record's own")
    func composition() {
        var parser = RecordParser(format: .csv(Dialect()), columnCount: 2)
        var texts: [String] = []
        parser.forEachRecord(in: FileSlice(bytes: Array("\"a\"\"b\",c\n".utf8))) { record in
            record.unescape(at: 0)
            let joined = record.compose { record, text in
                record.text(record.values[0].text).append(to: &text)
                text.append(UInt8(ascii: "+"))
                record.text(record.values[1].text).append(to: &text)
            }
            let twice = record.compose { record, text in
                record.text(joined).append(to: &text)
                record.text(joined).append(to: &text)
            }
            texts = [joined, twice, record.values[0].text].map { record.text($0).text }
        }
        #expect(texts == ["a\"b+c", "a\"b+ca\"b+c", "a\"b"])
    }
}
