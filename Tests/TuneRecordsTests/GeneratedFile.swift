import TestSupport
import TuneBytes

@testable import TuneRecords

/// Random files, regular and broken.
struct GeneratedFile {
    var bytes: [UInt8] = []
    /// The records of a regular file as they should be read.
    var rows: [[String]] = []

    private static let words = [
        "", "a", "two words", "é", "你好", "🙂", "null", "-12.5e3", "{", "[1]", "x\u{A0}y", "'",
    ]

    /// A regular CSV file: quoted newlines, delimiters and doubled quotes, with or without a last line end.
    static func csv(_ dialect: Dialect, rows: Int, using generator: inout SeededGenerator) -> GeneratedFile {
        var file = GeneratedFile()
        let width = Int.random(in: 1...4, using: &generator)
        let ending = dialect.ending
        for row in 0...rows {
            var fields: [String] = []
            for column in 0..<width {
                let name = row == 0 ? "c\(column)" : text(dialect, using: &generator)
                fields.append(name)
                if column > 0 { file.bytes.append(dialect.delimiter) }
                let isQuoted =
                    Bool.random(using: &generator) && row > 0 || needsQuotes(name, dialect)
                    || width == 1 && name.isEmpty
                file.bytes +=
                    isQuoted ? Array("\"\(name.replacing("\"", with: "\"\""))\"".utf8) : Array(name.utf8)
            }
            if row > 0 { file.rows.append(fields) }
            if row < rows || Bool.random(using: &generator) { file.bytes += ending }
        }
        return file
    }

    private static func needsQuotes(_ text: String, _ dialect: Dialect) -> Bool {
        text.utf8.contains { $0 == dialect.delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    }

    private static func text(_ dialect: Dialect, using generator: inout SeededGenerator) -> String {
        let newline = dialect.lineEnding == .cr ? "\r" : Bool.random(using: &generator) ? "\n" : "\r\n"
        let delimiter = String(Character(Unicode.Scalar(dialect.delimiter)))
        let parts = words + ["\"", "\"\"", newline, delimiter, "line\(newline)line", "word ", "word "]
        return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            parts.randomElement(using: &generator) ?? ""
        }.joined()
    }

    /// Random bytes of the kind that CSV files are made of.
    static func brokenCSV(_ dialect: Dialect, using generator: inout SeededGenerator) -> GeneratedFile {
        var bytes = Array("c0".utf8) + [dialect.delimiter] + Array("c1".utf8) + dialect.ending
        let special: [UInt8] = [
            0x22, 0x22, 0x22, dialect.delimiter, dialect.delimiter, 0x20, 0x00, 0xFF, 0xC3, 0x5C,
        ]
        for _ in 0..<Int.random(in: 0...400, using: &generator) {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0, 1: bytes.append(special.randomElement(using: &generator) ?? 0x22)
            case 2: bytes += dialect.ending
            case 3: bytes += [[0x0A], [0x0D], [0x0D, 0x0A]].randomElement(using: &generator) ?? []
            default: bytes += Array("word".utf8)
            }
        }
        return GeneratedFile(bytes: bytes)
    }

    /// JSON objects, each in one line, on request some of them broken.
    static func objects(
        _ count: Int, broken: Bool, pretty: Bool = false, using generator: inout SeededGenerator
    ) -> (sources: [String], texts: [[String]]) {
        var sources: [String] = []
        var texts: [[String]] = []
        for index in 0..<count {
            let (text, number) = (jsonText(using: &generator), Int.random(in: -99...99, using: &generator))
            var source =
                pretty
                ? "{\n    \"id\": \(index),\n    \"l\": [\n      \(text.source),\n      \(number)\n    ]\n  }"
                : "{\"id\": \(index), \"l\": [\(text.source), \(number)]}"
            if broken, Int.random(in: 0..<4, using: &generator) == 0 { damage(&source, using: &generator) }
            sources.append(source)
            texts.append(["\(index)", text.text, "\(number)"])
        }
        return (sources, texts)
    }

    private static func jsonText(using generator: inout SeededGenerator) -> (source: String, text: String) {
        let parts = [
            ("plain words", "plain words"), ("\\n", "\n"), ("\\\"", "\""), ("\\\\", "\\"), ("\\u00e9", "é"),
            ("\\ud83d\\ude42", "🙂"), ("},{", "},{"), ("],[", "],["), ("é", "é"), (",", ","), ("\\/", "/"),
        ]
        let chosen = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            parts.randomElement(using: &generator) ?? parts[0]
        }
        return ("\"" + chosen.map(\.0).joined() + "\"", chosen.map(\.1).joined())
    }

    private static func damage(_ source: inout String, using generator: inout SeededGenerator) {
        var bytes = Array(source.utf8)
        let offset = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes.remove(at: offset)
        case 1: bytes.removeSubrange(offset...)
        case 2: bytes.insert(0x0A, at: offset)
        case 3: bytes.insert(contentsOf: Array("\n\n  ".utf8), at: offset)
        case 4:
            bytes.insert(
                [0x22, 0x5C, 0x7B, 0x7D, 0x5D, 0x2C].randomElement(using: &generator) ?? 0x22, at: offset)
        default: bytes.insert(0x00, at: offset)
        }
        source = String(decoding: bytes, as: UTF8.self)
    }
}

extension Dialect {
    /// The bytes that end a line.
    var ending: [UInt8] {
        switch lineEnding {
        case .lf: [0x0A]
        case .crlf: [0x0D, 0x0A]
        case .cr: [0x0D]
        }
    }

    /// Every delimiter with every line end.
    static let all = delimiters.flatMap { delimiter in
        [LineEnding.lf, .crlf, .cr].map { Dialect(delimiter: delimiter, lineEnding: $0) }
    }
}
