import Foundation
import TestSupport
import Testing
import TuneBytes
import TunePipeline

@Suite("split keeps rows, bytes and order")
struct SplitTests {
    private func file(_ rows: Int, _ generator: inout SeededGenerator) -> String {
        var text = "id,label,patient,answer\n"
        for row in 0..<rows {
            let label = ["yes", "yes", "yes", "no", "maybe"].randomElement(using: &generator) ?? ""
            text += "\(row),\(label),p\(row / 3),\"answer \(row),\nsecond line\"\n"
        }
        return text
    }

    private func split(
        _ text: String, _ name: String = "data.csv", in folder: String, _ change: (inout SplitOptions) -> Void
    ) async throws -> (SplitResult, String, String) {
        var options = SplitOptions(
            source: Memory.file(name, text, sliceSize: 200), size: .hundredthsOfPercent(2000), seed: 1)
        options.training = folder + "/train.csv"
        options.validation = folder + "/valid.csv"
        change(&options)
        let result = try await SplitRun(options).result()
        return (
            result, try String(contentsOfFile: options.training, encoding: .utf8),
            try String(contentsOfFile: options.validation, encoding: .utf8)
        )
    }

    @Test("every row stands on one side, byte for byte, in order; the same seed gives the same sides")
    func everyRowOnce() async throws {
        let seed = UInt64.random(in: 0..<1_000_000)
        var generator = SeededGenerator(seed: seed)
        let text = file(103, &generator)
        try await TemporaryFolder.with { folder in
            let (result, training, validation) = try await split(text, in: folder) { _ in }
            #expect(result.ledger.isClosed)
            #expect(result.ledger.validation == 21, "20 % of 103, rounded half up")
            let header = "id,label,patient,answer\n"
            func rows(_ text: String) -> [String] {
                text.dropFirst(header.count).components(separatedBy: "line\"\n").dropLast().map {
                    $0 + "line\"\n"
                }
            }
            let all = (rows(training) + rows(validation)).sorted {
                Int($0.prefix { $0 != "," }) ?? 0 < Int($1.prefix { $0 != "," }) ?? 0
            }
            #expect(header + all.joined() == text, "seed \(seed)")
            #expect(rows(training) == all.filter { rows(training).contains($0) }, "order, seed \(seed)")
            let (_, again, _) = try await split(text, in: folder) { $0.workers = 3 }
            #expect(again == training)
            let (_, other, _) = try await split(text, in: folder) { $0.seed = 2 }
            #expect(other != training)
        }
    }

    @Test("shares of a column's values are kept")
    func stratified() async throws {
        var generator = SeededGenerator(seed: 5)
        let text = file(500, &generator)
        try await TemporaryFolder.with { folder in
            let (_, _, validation) = try await split(text, in: folder) { $0.stratify = "label" }
            for label in ["yes", "no", "maybe"] {
                let all = text.components(separatedBy: ",\(label),").count - 1
                let part = validation.components(separatedBy: ",\(label),").count - 1
                #expect(abs(Double(part) - Double(all) * 0.2) <= 1, "\(label): \(part) of \(all)")
            }
        }
    }

    @Test("rows of one group stay together")
    func grouped() async throws {
        var generator = SeededGenerator(seed: 6)
        let text = file(300, &generator)
        try await TemporaryFolder.with { folder in
            let (result, training, validation) = try await split(text, in: folder) { $0.group = "patient" }
            let sides = [training, validation].map { side in
                Set(side.matches(of: /,(p[0-9]+),/).map { String($0.1) })
            }
            #expect(sides[0].isDisjoint(with: sides[1]))
            #expect(abs(result.ledger.validation - 60) <= 3)
        }
    }

    @Test("JSON arrays and objects come out as JSON again")
    func containers() async throws {
        let elements = (0..<20).map { "{\"prompt\": \"p\($0)\", \"completion\": \"c,\($0)\"}" }
        try await TemporaryFolder.with { folder in
            let array = "[" + elements.joined(separator: ",\n ") + "]\n"
            let (_, training, validation) = try await split(array, "data.json", in: folder) { _ in }
            let both = try [training, validation].map {
                try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [[String: String]])
            }
            #expect(both[0].count + both[1].count == 20)
            let object =
                "{" + elements.enumerated().map { "\"\($0.offset)\": \($0.element)" }.joined(separator: ", ")
                + "}"
            let (_, one, other) = try await split(object, "data.json", in: folder) { _ in }
            let members = try [one, other].map {
                try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: [String: String]])
            }
            #expect(members[0].count + members[1].count == 20)
        }
    }

    @Test("one row cannot be split, and standard input cannot be read twice")
    func refusals() async throws {
        try await TemporaryFolder.with { folder in
            await #expect(throws: RunError.self) {
                try await split("question,answer\na,b\n", in: folder) { _ in }
            }
            let options = SplitOptions(source: SourceFile(path: "-"), size: .rows(1), seed: 0)
            await #expect(throws: RunError.self) { try await SplitRun(options).result() }
        }
    }

    @Test("a split that is told to stop ends as stopped and writes no file")
    func stopped() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder + "/data.csv"
            try Data("question,answer\na,b\nc,d\n".utf8).write(to: URL(fileURLWithPath: path))
            var options = SplitOptions(source: SourceFile(path: path), size: .rows(1), seed: 0)
            options.source.cancellation = Cancellation { true }
            let error = await #expect(throws: RunError.self) { try await SplitRun(options).result() }
            #expect(error?.isStopped == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["data.csv"])
        }
    }
}
