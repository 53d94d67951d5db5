import TestSupport
import Testing
import TuneBytes
import TuneFindings
import TunePipeline
import TuneReport

/// The report must not depend on how a file is cut or on how many work at it.
@Suite("any number of workers and any slice size give the same report")
struct SameResultTests {
    private static let workers = [1, 2, 7]
    private static let sliceSizes = [64, 65, 127, 1000, 1 << 20]

    @Test("for damaged files of every format", arguments: ["csv", "jsonl", "json", "object.json"])
    func sameReport(_ ending: String) async throws {
        for round in 0..<6 {
            let seed = UInt64.random(in: 0..<1_000_000)
            var generator = SeededGenerator(seed: seed)
            let text = DamagedFile.text(ending, rows: 60 + round * 30, using: &generator)
            let expected = try await report(ending, text, workers: 1, sliceSize: 1 << 20)
            for workers in Self.workers {
                for size in Self.sliceSizes {
                    let found = try await report(ending, text, workers: workers, sliceSize: size)
                    guard found != expected else { continue }
                    Issue.record(
                        """
                        seed \(seed), workers \(workers), slices of \(size) bytes:
                        \(Self.firstDifference(expected, found))
                        """)
                    return
                }
            }
        }
    }

    private static func firstDifference(_ expected: String, _ found: String) -> String {
        let (one, other) = (expected.split(separator: "\n"), found.split(separator: "\n"))
        let place =
            zip(one, other).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            ?? min(one.count, other.count)
        func around(_ lines: [Substring]) -> String {
            lines[max(0, place - 6)..<min(lines.count, place + 6)].joined(separator: "\n")
        }
        return "expected\n\(around(one))\nfound\n\(around(other))"
    }

    private func report(_ ending: String, _ text: [UInt8], workers: Int, sliceSize: Int) async throws
        -> String
    {
        let file = Memory.file("data.\(ending)", text, sliceSize: sliceSize)
        var options = CheckOptions(training: [file])
        options.workers = workers
        options.findingsKept = 5
        options.context = 40
        return try await CheckRun(options).result().text(in: Rendering(JSONStyle(), failsAt: .error))
    }
}

/// Files with faults strewn in at random.
enum DamagedFile {
    static func text(_ ending: String, rows: Int, using generator: inout SeededGenerator) -> [UInt8] {
        switch ending {
        case "csv": csv(rows, &generator)
        case "jsonl": lines(rows, &generator)
        default: container(rows, isObject: ending.hasPrefix("object"), &generator)
        }
    }

    private static let words = [
        "why", "water", "a \"word\"", "über", "日本", "line\nline", "tab\t", "", " ", "x, y", "\u{FFFD}", "<s>",
        "😀",
        "long text that goes on and on, \"quoted\" and, with commas", "\r\n", "1", "NA",
    ]

    private static func phrase(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in words.randomElement(using: &generator) ?? ""
        }
        .joined(separator: " ")
    }

    private static func csv(_ rows: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        var text = "question,answer\n"
        for row in 0..<rows {
            let fields = (0..<2).map { _ in
                "\"" + phrase(&generator).replacing("\"", with: "\"\"") + "\""
            }
            var line = fields.joined(separator: ",")
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: line = "12\" disk,plain"
            case 1: line += ",extra"
            case 2: line = "only one"
            case 3: line = "\"open\"behind,x"
            case 4: line = ""
            case 5 where row > rows - 8: line = "\"never closed,x"
            default: break
            }
            text += line + (Int.random(in: 0..<20, using: &generator) == 0 ? "\r\n" : "\n")
        }
        return damaged(Array(text.utf8), &generator)
    }

    private static func object(_ generator: inout SeededGenerator) -> String {
        func text() -> String {
            let escaped = phrase(&generator).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\r\n", with: "\\r\\n").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
            return "\"\(escaped)\""
        }
        switch Int.random(in: 0..<14, using: &generator) {
        case 0: return "{\"prompt\": \(text()), \"completion\": NaN}"
        case 1: return "{\"prompt\": \(text())"
        case 2: return "{\"prompt\": \(text()), \"prompt\": \(text()), \"completion\": \(text())}"
        case 3: return "[1, 2]"
        case 4: return "{\"prompt\": \"open"
        case 5: return "{\"prompt\": \(text()), \"completion\": 12}"
        default: return "{\"prompt\": \(text()), \"completion\": \(text()), \"id\": [1, {\"a\": null}]}"
        }
    }

    private static func lines(_ rows: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        var text = ""
        for _ in 0..<rows {
            text += object(&generator) + "\n"
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: text += "\n"
            case 1: text += "  \"stray\": 1,\n}\n"
            default: break
            }
        }
        return damaged(Array(text.utf8), &generator)
    }

    private static func container(_ rows: Int, isObject: Bool, _ generator: inout SeededGenerator) -> [UInt8]
    {
        let elements = (0..<rows).map { row in
            let indent = Bool.random(using: &generator) ? "\n  " : " "
            return indent + (isObject ? "\"\(row / 2 * 2 == row ? row : row - 1)\": " : "")
                + object(&generator)
        }
        let body = elements.joined(separator: ",")
        let closing = Bool.random(using: &generator) ? (isObject ? "\n}" : "\n]") : ""
        return damaged(Array(((isObject ? "{" : "[") + body + closing + "\n").utf8), &generator)
    }

    /// Replaces a few bytes by bytes that are not UTF-8.
    private static func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<3 {
            let place = Int.random(in: 20..<bytes.count, using: &generator)
            if bytes[place] > 0x60 { bytes[place] = 0xE9 }
        }
        return bytes
    }
}
