import TestSupport
import Testing
import TuneText

@Suite("Text for Python")
struct PythonTextTests {
    @Test(
        "what is printed stays as it is, quotes, backslashes and the rest are escaped",
        arguments: [
            ("", #""""#), ("data.jsonl", #""data.jsonl""#), ("größer 東京 😀", #""größer 東京 😀""#),
            (#"a "b" \c"#, #""a \"b\" \\c""#), ("it's", #""it's""#),
            ("a\nb\t\u{0}", #""a\x0ab\x09\x00""#), ("\u{A0}", #""\xa0""#), ("\u{202E}", #""\u202e""#),
            ("\u{E0001}", #""\U000e0001""#), ("e\u{301}", "\"e\u{301}\""),
        ])
    func literals(text: String, literal: String) {
        #expect(PythonText.quoted(text) == literal)
    }

    @Test("a literal is one line without controls, and reads back as its text")
    func readBack() throws {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<500 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<8 {
                let limit: UInt32 = Bool.random(using: &generator) ? 0x100 : 0x11_0000
                let value = UInt32.random(in: 0..<limit, using: &generator)
                if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            }
            let literal = PythonText.quoted(String(scalars))
            #expect(literal.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "seed \(seed): \(literal)")
            let read = try #require(Self.read(literal), "seed \(seed): \(literal)")
            #expect(Array(read) == Array(scalars), "seed \(seed): \(literal)")
        }
    }

    /// The scalars of a literal, by the rules of Python's reference; nil for what is no literal.
    private static func read(_ literal: String) -> [Unicode.Scalar]? {
        guard literal.unicodeScalars.first == "\"", literal.unicodeScalars.count > 1,
            literal.unicodeScalars.last == "\""
        else { return nil }
        var rest = literal.unicodeScalars.dropFirst().dropLast()
        var text: [Unicode.Scalar] = []
        while let scalar = rest.popFirst() {
            if scalar == "\"" { return nil }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            guard let letter = rest.popFirst() else { return nil }
            guard let count = ["x": 2, "u": 4, "U": 8][letter] else {
                text.append(letter)
                continue
            }
            var digits = ""
            digits.unicodeScalars.append(contentsOf: rest.prefix(count))
            guard let value = UInt32(digits, radix: 16), let read = Unicode.Scalar(value) else { return nil }
            text.append(read)
            rest = rest.dropFirst(count)
        }
        return text
    }
}
