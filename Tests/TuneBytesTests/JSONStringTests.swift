import Foundation
import TestSupport
import Testing
import TuneBytes

@Suite("a JSON string escapes only what it must")
struct JSONStringTests {
    private func string(_ text: String) -> String {
        var output: [UInt8] = []
        JSON.appendString(Array(text.utf8).span, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(
        "the quote, the backslash and controls are escaped, by short escapes where there are some",
        arguments: [
            ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\r", #"\r"#), ("\r\n", #"\r\n"#),
            ("\t", #"\t"#),
            ("\u{8}", #"\b"#), ("\u{C}", #"\f"#), ("\0", #"\u0000"#), ("\u{1}", #"\u0001"#),
            ("\u{B}", #"\u000b"#),
            ("\u{1F}", #"\u001f"#), ("a\"b\\c\n", #"a\"b\\c\n"#),
        ])
    func escaped(text: String, inside: String) {
        #expect(string(text) == "\"\(inside)\"")
    }

    @Test(
        "everything else stands as it is",
        arguments: [
            "", "a/b", "'", "é", "e\u{301}", "😀", "\u{2028}", "\u{7F}", "\u{85}", "\u{FEFF}", "<&>", "{}",
        ])
    func plain(text: String) {
        #expect(Array(string(text).utf8) == Array("\"\(text)\"".utf8))
    }

    @Test(
        "an escape is found wherever it stands in a long text",
        arguments: [0, 1, 15, 16, 17, 31, 32, 63, 64, 100])
    func longText(place: Int) {
        let before = String(repeating: "a", count: place)
        #expect(string(before + "\"" + "bc") == "\"" + before + #"\"bc""#)
    }

    @Test("Python reads the same texts back", .enabled(if: Python.isPresent, "wants python3"))
    func againstPython() throws {
        let (generator, seed) = SeededGenerator.fresh()
        var numbers = generator
        let texts =
            (0..<400).map { _ in numbers.awkwardText() } + (0..<0x80).map { String(UnicodeScalar(UInt8($0))) }
        let lines = texts.map(string).joined(separator: "\n")
        let output = try Python.run(Self.script, Array(lines.utf8))
        let read = try JSONDecoder().decode([[UInt8]].self, from: output)
        #expect(read == texts.map { Array($0.utf8) }, "seed \(seed)")
    }

    private static let script = """
        import json, sys
        lines = sys.stdin.buffer.read().split(b"\\n")
        json.dump([list(json.loads(line).encode()) for line in lines], sys.stdout)
        """
}
