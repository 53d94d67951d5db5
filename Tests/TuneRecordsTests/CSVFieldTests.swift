import Foundation
import TestSupport
import Testing
import TuneRecords

@Suite("a CSV field has as few quotes as it can")
struct CSVFieldTests {
    private func field(_ text: String) -> String { CSVField.quoted(text) }

    @Test(
        "what needs no quotes gets none",
        arguments: [
            "", " ", " a ", "a", "a b", "it's", "a;b", "a|b", "a\tb", "a\\b", "é", "e\u{301}", "😀",
            "\u{2028}", "\u{85}",
            "\u{0}", "\u{B}\u{C}", "\u{FEFF}", "#a", "=1+1",
        ])
    func plain(text: String) {
        #expect(Array(field(text).utf8) == Array(text.utf8))
    }

    @Test(
        "a quote, a comma, a CR or an LF brings quotes, and quotes are doubled",
        arguments: [
            (",", "\",\""), ("a,b", "\"a,b\""), ("\n", "\"\n\""), ("\r", "\"\r\""), ("a\r\n", "\"a\r\n\""),
            ("\"", "\"\"\"\""), ("\"\"", "\"\"\"\"\"\""), ("a\"b\"", "\"a\"\"b\"\"\""), (" ,", "\" ,\""),
            ("語,", "\"語,\""), ("\"\u{301}", "\"\"\"\u{301}\""),
        ])
    func quoted(text: String, field: String) {
        #expect(Array(self.field(text).utf8) == Array(field.utf8))
    }

    @Test(
        "rows are those of Python's writer, byte for byte",
        .enabled(if: Python.isPresent, "wants python3"))
    func againstPython() throws {
        let (generator, seed) = SeededGenerator.fresh()
        var numbers = generator
        let rows = (0..<400).map { _ in
            [numbers.awkwardText(without: ["\0"]), numbers.awkwardText(without: ["\0"])]
        }
        let output = try Python.run(Self.script, Array(try JSONEncoder().encode(rows)))
        let expected = try JSONDecoder().decode([[UInt8]].self, from: output)
        for (row, line) in zip(rows, expected) {
            #expect(Array((field(row[0]) + "," + field(row[1])).utf8) == line, "seed \(seed)")
        }
        #expect(expected.count == rows.count)
    }

    /// Each row in bytes, its line end taken off; with CRLF for the line end, CR and LF are quoted by any version.
    private static let script = """
        import csv, io, json, sys
        lines = []
        for row in json.load(sys.stdin.buffer):
            file = io.StringIO(newline="")
            csv.writer(file, lineterminator="\\r\\n").writerow(row)
            lines.append(list(file.getvalue()[:-2].encode()))
        json.dump(lines, sys.stdout)
        """
}
