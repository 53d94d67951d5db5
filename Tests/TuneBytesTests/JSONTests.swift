import Testing
import TuneBytes

@Suite("A JSON value")
struct JSONTests {
    private static let text = #"{"z": 1.50, "a": [true, null, {}], "t": "é\n\u0001", "l": []}"#

    private func json(_ text: String, limit: Int = .max) throws -> JSON {
        try JSON(Array(text.utf8).span, limit: limit)
    }

    @Test("members keep their order and numbers their spelling")
    func line() throws {
        #expect(try json(Self.text).rendered(.line) == Self.text)
    }

    @Test("each style is written to the byte")
    func styles() throws {
        let value = try json(Self.text)
        #expect(
            value.rendered(.compact) == #"{"z":1.50,"a":[true,null,{}],"t":"é\u000a\u0001","l":[]}"#)
        #expect(
            value.rendered(.indented) == """
                {
                  "z": 1.50,
                  "a": [
                    true,
                    null,
                    {}
                  ],
                  "t": "é\\n\\u0001",
                  "l": []
                }
                """)
    }

    @Test("nothing becomes null")
    func absent() {
        let value = JSON.array([.text(nil), .number(nil), .decimal(nil), .number(-7), .decimal("0.10")])
        #expect(value.rendered(.line) == "[null, null, null, -7, 0.10]")
    }

    @Test("numbers may be written as texts, and a text is no number's spelling")
    func scalars() throws {
        let value = try json(#"{"n": 8, "f": 8.0, "t": "8", "b": true, "x": null, "h": 1.5}"#)
        for name in ["n", "f", "t"] { #expect(value[name]?.integer == 8) }
        #expect(value["h"]?.integer == nil)
        #expect(value["h"]?.number == 1.5)
        #expect(value["n"]?.text == nil)
        #expect(value["n"]?.spelling == "8")
        #expect(value["b"]?.boolean == true)
        #expect(value["x"] == nil)
        #expect(value.member("x") == .null)
        #expect(value["x", "y", "t"]?.text == "8")
    }

    @Test("a repeated name is told, and its last value counts")
    func repeated() throws {
        let value = try json(#"{"a": {"b": 1, "b": 2}, "c": [{"d": 1, "d": 2, "d": 3}], "a": 5}"#)
        #expect(value.repeatedNames == ["b", "d", "d", "a"])
        #expect(value["a"] == .number(5))
        #expect(try json(Self.text).repeatedNames.isEmpty)
    }

    @Test("objects are equal in any order, numbers by their spelling")
    func equality() throws {
        let (one, other) = try (json(#"{"a": 1, "b": {"c": []}}"#), json(#"{"b": {"c": []}, "a": 1}"#))
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(try json("[1, 2]") != json("[2, 1]"))
        #expect(try json("1") != json("1.0"))
        #expect(try json(#"{"a": 1}"#) != json(#"{"a": 1, "b": 1}"#))
        #expect(JSON.text("null") != .null)
    }

    @Test("no more values are held than the limit, those inside others included")
    func limit() throws {
        #expect(try json("[1, [2]]", limit: 4).elements.count == 2)
        #expect(throws: JSONReaderError.tooManyValues(limit: 3)) { try json("[1, [2]]", limit: 3) }
    }

    @Test("what follows a document, or is too deep, is refused")
    func refused() {
        #expect(throws: JSONReaderError.unexpected(offset: 2)) { try json("1 2") }
        let deep = String(repeating: "[", count: 200)
        #expect(throws: JSONReaderError.tooDeep(offset: JSONReader.depthLimit)) { try json(deep) }
    }
}
