import Foundation
import TestSupport
import Testing
import TuneExamples

/// What is written and read again is what was there, whatever the texts hold.
@Suite("what is written reads back the same")
struct RoundTripTests {
    private struct Pair: Codable {
        var prompt: String
        var completion: String
    }

    private struct Chat: Codable {
        var messages: [Message]
    }

    private struct Message: Codable {
        var role: String
        var content: String
    }

    private static let names: [ExampleWriter.Format: String] = [
        .csv: "out.csv", .jsonlPrompt: "out.jsonl", .jsonlChat: "out.jsonl",
    ]

    private func path(_ format: ExampleWriter.Format) -> String {
        Self.names[format] ?? ""
    }

    @Test("pairs come back, in slices of any size", arguments: ExampleWriter.Format.allCases, [64, 1 << 20])
    func pairs(format: ExampleWriter.Format, sliceSize: Int) throws {
        let (generator, seed) = SeededGenerator.fresh()
        var numbers = generator
        let pairs = (0..<300).map { _ in
            Pair(prompt: numbers.awkwardText(), completion: numbers.awkwardText())
        }
        let source = try lines(pairs)
        let written = try Memory.written(source, by: ExampleWriter(format: format), sliceSize: sliceSize)
        #expect(written.refusals.isEmpty)
        let seen = try Memory.examples(in: written.text, path(format), sliceSize: sliceSize)
        let expected = pairs.map { pair in
            let texts =
                format == .jsonlChat && pair.prompt.isEmpty
                ? [pair.completion] : [pair.prompt, pair.completion]
            return texts.map { Array($0.utf8) }
        }
        #expect(seen.map(\.bytes) == expected, "seed \(seed)")
        #expect(seen.allSatisfy { $0.defects.isEmpty }, "seed \(seed)")
    }

    @Test("conversations come back with their roles")
    func conversations() throws {
        let (generator, seed) = SeededGenerator.fresh()
        var numbers = generator
        let chats = (0..<150).map { _ in
            let earlier = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
                let role = ["system", "user", "assistant", "tool"].randomElement(using: &numbers) ?? "user"
                return Message(role: role, content: numbers.awkwardText())
            }
            return Chat(messages: earlier + [Message(role: "assistant", content: numbers.awkwardText())])
        }
        let written = try Memory.written(try lines(chats), by: ExampleWriter(format: .jsonlChat))
        let seen = try Memory.examples(in: written.text)
        #expect(seen.map(\.bytes) == chats.map { $0.messages.map { Array($0.content.utf8) } }, "seed \(seed)")
        #expect(seen.map { $0.roles.map(\.word) } == chats.map { $0.messages.map(\.role) }, "seed \(seed)")
    }

    @Test("what is read back is written byte for byte as before", arguments: ExampleWriter.Format.allCases)
    func writtenTwice(format: ExampleWriter.Format) throws {
        let (generator, seed) = SeededGenerator.fresh()
        var numbers = generator
        let pairs = (0..<200).map { _ in
            Pair(prompt: numbers.awkwardText(), completion: numbers.awkwardText())
        }
        let writer = ExampleWriter(format: format)
        let once = try Memory.written(try lines(pairs), by: writer).text
        let twice = try Memory.written(once, path(format), by: writer).text
        #expect(Array(once.utf8) == Array(twice.utf8), "seed \(seed)")
    }

    @Test("Python's csv module reads the same texts", .enabled(if: Python.isPresent, "wants python3"))
    func csvAgainstPython() throws {
        let script = """
            import csv, io, json, sys
            file = io.StringIO(sys.stdin.buffer.read().decode(), newline="")
            json.dump([[list(text.encode()) for text in row] for row in csv.reader(file)], sys.stdout)
            """
        try compare(.csv, script, header: [["question", "answer"]], without: ["\0"])
    }

    @Test("Python's json module reads the same texts", .enabled(if: Python.isPresent, "wants python3"))
    func jsonAgainstPython() throws {
        let script = """
            import json, sys
            rows = [json.loads(line) for line in sys.stdin.buffer.read().split(b"\\n")[:-1]]
            assert all(list(row) == ["prompt", "completion"] for row in rows)
            json.dump([[list(text.encode()) for text in row.values()] for row in rows], sys.stdout)
            """
        try compare(.jsonlPrompt, script, header: [], without: [])
    }

    /// Older versions of Python's csv module refuse U+0000, so it is left out there.
    private func compare(
        _ format: ExampleWriter.Format, _ script: String, header: [[String]], without unwanted: Set<String>,
        _ test: StaticString = #function
    ) throws {
        let (generator, seed) = SeededGenerator.fresh(test)
        var numbers = generator
        let pairs = (0..<300).map { _ in
            Pair(
                prompt: numbers.awkwardText(without: unwanted),
                completion: numbers.awkwardText(without: unwanted))
        }
        let written = try Memory.written(try lines(pairs), by: ExampleWriter(format: format)).text
        let output = try Python.run(script, Array(written.utf8))
        let read = try JSONDecoder().decode([[[UInt8]]].self, from: output)
        let expected = header + pairs.map { [$0.prompt, $0.completion] }
        #expect(read == expected.map { $0.map { Array($0.utf8) } }, "seed \(seed)")
    }

    /// The values as JSON Lines, written by Foundation.
    private func lines(_ values: [some Encodable]) throws -> String {
        try values.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) + "\n" }.joined()
    }
}
