import TestSupport
import Testing
import TuneBytes

@Suite("The JSON reader")
struct JSONReaderTests {
    @Test("a document is read value by value")
    func document() throws {
        let text = Array(
            #" { "name" : "a\n\u00e9\ud83d\ude00", "sizes":[1,-20, 3.5e1], "on":true,"off":false,"no":null,"e":{},"l":[] } "#
                .utf8)
        var json = try JSONReader(text.span)
        try json.enterObject()
        #expect(try json.nextKey() == "name")
        #expect(try json.string() == "a\né😀")
        #expect(try json.nextKey() == "sizes")
        try json.enterArray()
        #expect(try json.nextElement() && json.integer() == 1)
        #expect(try json.nextElement() && json.integer() == -20)
        #expect(try json.nextElement() && json.number() == 35)
        #expect(try !json.nextElement())
        #expect(try json.nextKey() == "on" && json.boolean())
        #expect(try json.nextKey() == "off" && !json.boolean())
        #expect(try json.nextKey() == "no" && json.kind() == .null)
        try json.null()
        for key in ["e", "l"] {
            #expect(try json.nextKey() == key)
            try json.skip()
        }
        #expect(try json.nextKey() == nil)
        try json.end()
        #expect(json.offset == text.count)
    }

    @Test("keys and strings go into a tape, escaped or not")
    func tapes() throws {
        let text = Array(#"{"plain":"x","esc\"aped":"\\y"}"#.utf8)
        var json = try JSONReader(text.span)
        var key = UniqueBuffer<UInt8>()
        var strings = UniqueBuffer<UInt8>()
        var keys: [String] = []
        try json.enterObject()
        while try json.nextKey(into: &key) {
            keys.append(key.span.text)
            try json.appendString(to: &strings)
        }
        #expect(keys == ["plain", "esc\"aped"])
        #expect(strings.span.text == "x\\y")
    }

    @Test("what is skipped can be read later, at the same offsets")
    func skipping() throws {
        let text = Array(#"{"a": {"b": [1, "x\t"]}, "c": 2}"#.utf8)
        var json = try JSONReader(text.span)
        try json.enterObject()
        #expect(try json.nextKey() == "a")
        let range = try json.skip()
        #expect(range == 6..<23)
        #expect(try json.nextKey() == "c")
        var part = try JSONReader(text.span, in: range)
        try part.enterObject()
        #expect(part.offset == 7)
        try part.skipRest()
        #expect(part.offset == 23)
    }

    @Test(
        "whole numbers are read to the last one that fits",
        arguments: [
            ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("0", 0), ("-0", 0),
        ])
    func integers(text: String, value: Int) throws {
        #expect(try Self.integer(text) == value)
    }

    @Test(
        "no other number is a whole number",
        arguments: ["9223372036854775808", "-9223372036854775809", "1.0", "1e3", "-1E+2"])
    func noIntegers(text: String) {
        #expect(throws: JSONReaderError.notAnInteger(offset: 0)) { try Self.integer(text) }
    }

    @Test(
        "a document that breaks is refused at the byte that cannot stand there",
        arguments: [
            ("", .ended), (" ", .ended), ("[1", .ended), (#"{"a""#, .ended), (#""abc"#, .ended),
            ("tr", .ended),
            ("-", .ended), ("[1,]", .unexpected(offset: 3)), ("[,1]", .unexpected(offset: 1)),
            ("[1 2]", .unexpected(offset: 3)), (#"{"a" 1}"#, .unexpected(offset: 5)),
            (#"{"a":1,}"#, .unexpected(offset: 7)),
            ("{1:2}", .mismatch(wanted: .string, found: .number, offset: 1)),
            ("01", .unexpected(offset: 1)), ("1.", .ended), ("1.e1", .unexpected(offset: 2)),
            ("nul1", .unexpected(offset: 3)), ("\"a\u{1}\"", .unexpected(offset: 2)),
            (#""\x""#, .unexpected(offset: 1)), (#""\ud800x""#, .unexpected(offset: 1)),
            ("[1}", .unexpected(offset: 2)),
        ] as [(String, JSONReaderError)])
    func broken(text: String, error: JSONReaderError) {
        #expect(throws: error) { try Self.check(Array(text.utf8)) }
    }

    @Test("another kind of value than was asked for is refused")
    func mismatch() {
        #expect(throws: JSONReaderError.mismatch(wanted: .number, found: .string, offset: 0)) {
            try Self.integer("\"1\"")
        }
        #expect(
            "\(JSONReaderError.mismatch(wanted: .number, found: .string, offset: 7))"
                == "the value at byte 7 must be a number, not a string")
    }

    @Test("bytes that are not UTF-8 are refused, wherever they stand")
    func encoding() {
        #expect(throws: JSONReaderError.notUTF8(offset: 2)) { try Self.check([0x22, 0x61, 0xFF, 0x22]) }
    }

    @Test("128 arrays may stand inside each other, 129 may not")
    func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        try Self.check(nested(128))
        #expect(throws: JSONReaderError.tooDeep(offset: 128)) { try Self.check(nested(129)) }
        #expect(throws: JSONReaderError.tooDeep(offset: 128)) { try Self.check(nested(100_000)) }
    }

    @Test("changed bytes never bring the reader down")
    func noise() {
        var (random, seed) = SeededGenerator.fresh()
        let document = Array(#"{"a":[1,-2.5e3,"x\u00e9\n",true,null,{"b":[]}],"ключ":"\ud83d\ude00"}"#.utf8)
        for round in 0..<2000 {
            var bytes = document
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let cut = Int.random(in: 0...bytes.count, using: &random)
            _ = try? Self.check(Array(bytes[..<cut]))
            let isWhole = cut == document.count && bytes == document
            #expect(!isWhole || (try? Self.check(bytes)) != nil, "seed \(seed), round \(round)")
        }
    }

    static func check(_ bytes: [UInt8]) throws(JSONReaderError) {
        var json = try JSONReader(bytes.span)
        try json.skip()
        try json.end()
    }

    private static func integer(_ text: String) throws(JSONReaderError) -> Int {
        let bytes = Array(text.utf8)
        var json = try JSONReader(bytes.span)
        return try json.integer()
    }
}

extension JSONReader {
    /// Skips what is left of the object entered last.
    fileprivate mutating func skipRest() throws(JSONReaderError) {
        while try nextKey() != nil { try skip() }
    }
}
