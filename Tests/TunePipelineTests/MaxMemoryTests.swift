import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneFindings
import TunePipeline
import TuneReport
import TuneRules
import TuneText

@Suite("--max-memory bounds the index of examples, and the report says what it left out")
struct MaxMemoryTests {
    private static func rows(_ numbers: some Sequence<Int>) -> String {
        "question,answer\n" + numbers.map { "Why \($0)?,Because \($0)\n" }.joined()
    }

    private func check(
        _ options: CheckOptions, maxMemory: Int?, only codes: [String] = []
    ) async throws -> CheckResult {
        var options = options
        options.maxMemory = maxMemory
        options.profile = .any
        options.only = Set(try codes.map { try #require(RuleID(named: $0)) })
        return try await CheckRun(options).result()
    }

    private func duplicates(_ result: CheckResult) throws -> [String: Any] {
        let text = result.text(in: Rendering(JSONStyle(), failsAt: .error))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        return try #require(object?["duplicates"] as? [String: Any])
    }

    private static func keyed(_ rows: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        let members = (0..<rows).map { row in
            let number = Int.random(in: 0..<rows, using: &generator)
            return #""\#(row / 3)": {"prompt": "\#(number / 2)?", "completion": "\#(number)"}"#
        }
        return Array("{\(members.joined(separator: ",\n"))}".utf8)
    }

    @Test(
        "a full index gives the same report for any number of workers and slice size",
        arguments: ["csv", "jsonl", "json"])
    func sameReport(_ ending: String) async throws {
        let (start, seed) = SeededGenerator.fresh()
        var generator = start
        let text =
            ending == "json"
            ? Self.keyed(150, &generator) : DamagedFile.text(ending, rows: 150, using: &generator)
        var reports: Set<String> = []
        for (workers, size) in [(1, 1 << 20), (1, 64), (2, 1000), (7, 64), (7, 127)] {
            var options = CheckOptions(
                training: [Memory.file("a.\(ending)", text, sliceSize: size)],
                validation: Memory.file("b.\(ending)", text, sliceSize: size))
            options.workers = workers
            let result = try await check(options, maxMemory: 6000)
            #expect(result.comparison?.isComplete == false, "seed \(seed)")
            reports.insert(result.text(in: Rendering(JSONStyle(), failsAt: .error)))
        }
        #expect(reports.count == 1, "seed \(seed)")
    }

    @Test("repetitions of remembered examples are found; the rest is counted in every style")
    func fullIndex() async throws {
        let text = Self.rows(Array(0..<500) + Array(0..<20) + Array(480..<500))
        let result = try await check(CheckOptions(training: [Memory.file("t.csv", text)]), maxMemory: 20_000)
        let place = try #require(RuleID(named: "TP401"))
        #expect(result.findings.counts[place] == 20, "the first come again, the last are not known")
        let cut = try #require(result.files[0].facts.indexCut)
        #expect(cut.remembered + cut.forgotten == 520)
        let said = try #require(result.findings.kept.first { $0.code == "TP407" })
        #expect(
            said.message
                == "repetitions of up to \(cut.forgotten) examples are not found: the index was full after the first"
                + " \(cut.remembered) (`--max-memory 20kB`)")
        #expect(said.help == "let it grow: `--max-memory 1MiB` holds them all")
        let verdict = "; repetitions of up to \(cut.forgotten) examples were not looked for\n"
        let palette = Palette(isOn: false)
        #expect(
            result.text(in: Rendering(ConciseStyle(), palette: palette, failsAt: .error)).hasSuffix(verdict))
        let duplicates = try duplicates(result)
        #expect(duplicates["complete"] as? Bool == false)
        #expect(duplicates["examples_not_remembered"] as? Int == cut.forgotten)
        #expect(duplicates["limit_bytes"] as? Int == 20_000)
        #expect(try #require(duplicates["bytes"] as? Int) <= 20_000)
        let other = try await check(
            CheckOptions(training: [Memory.file("t.csv", text)]), maxMemory: 1 << 20)
        #expect(other.findings.counts[place] == 40)
        #expect(other.comparison?.isComplete == true)
    }

    @Test("the verdict says so even where the rule that does is left out")
    func verdictWithoutRule() async throws {
        let options = CheckOptions(training: [Memory.file("t.csv", Self.rows(0..<30))])
        let result = try await check(options, maxMemory: 1000, only: ["TP401"])
        let palette = Palette(isOn: false)
        let text = result.text(in: Rendering(ConciseStyle(), palette: palette, failsAt: .error))
        #expect(text.contains("examples were not looked for"), "\(text)")
        let deaf = try await check(options, maxMemory: 1000, only: ["TP101"])
        #expect(deaf.comparison == nil, "nothing is compared, so there is nothing to say")
    }

    @Test("a validation file is told which training examples it could not be compared with")
    func leaks() async throws {
        let options = CheckOptions(
            training: [Memory.file("t.csv", Self.rows(0..<100))],
            validation: Memory.file("v.csv", Self.rows([0, 99])))
        let result = try await check(options, maxMemory: 2000, only: ["TP403", "TP407"])
        #expect(result.findings.kept.map(\.code) == ["TP407", "TP407", "TP403"])
        #expect(result.findings.kept[1].message.hasPrefix("leaks of up to "))
        #expect(result.findings.kept[1].site.path == "v.csv")
        #expect(result.findings.kept[2].site.record == 1)
    }

    @Test("what is expected is not less than what is taken, where rows are of one length")
    func expectation() async throws {
        for rows in [1, 40, 3000, 40_000] {
            let file = Memory.file("t.csv", Self.rows(100_000..<(100_000 + rows)))
            let comparison = try #require(
                try await check(CheckOptions(training: [file]), maxMemory: nil).comparison)
            let expected = try #require(comparison.expectedBytes)
            #expect(expected >= comparison.bytes)
            let exact = ExampleIndex.bytes(for: rows)
            #expect(abs(expected - exact) * 100 <= exact, "rows of one length: \(expected) for \(exact)")
        }
    }

    @Test("ids of a JSON object cost as much again, and the report says so")
    func ids() async throws {
        let members = (0..<12_000).map { #""\#($0)": {"prompt": "\#($0)?", "completion": "a"}"# }
        let file = Memory.file("t.json", "{\(members.joined(separator: ",\n"))}")
        let duplicates = try duplicates(try await check(CheckOptions(training: [file]), maxMemory: nil))
        #expect(duplicates["bytes_per_record"] as? Int == 48)
        let bytes = try #require(duplicates["bytes"] as? Int)
        #expect(bytes > 24 * 12_000 && bytes <= 48 * 12_000)
    }

    @Test("what does not fit is said once, before the file is read, and gzip has no expectation")
    func announcement() async throws {
        try await TemporaryFolder.with { folder in
            let path = folder + "/t.csv"
            try Self.rows(0..<60_000).write(toFile: path, atomically: true, encoding: .utf8)
            _ = try Program.output("gzip", ["-k", path])
            let said = Lines()
            func run(_ paths: [String], _ limit: Int?) async throws -> CheckResult {
                said.take()
                var options = CheckOptions(training: paths.map(SourceFile.init))
                options.announce = { said.add($0) }
                options.progress = { _ in said.add("reading") }
                return try await check(options, maxMemory: limit)
            }
            _ = try await run([path, path], 500_000)
            let lines = said.take()
            #expect(lines.first?.hasPrefix("note: comparing about 6") == true, "\(lines)")
            #expect(lines.first?.hasSuffix("`--max-memory 500kB` holds at least 19,041") == true, "\(lines)")
            #expect(lines.count { $0 != "reading" } == 1)
            _ = try await run([path], 4_000_000)
            _ = try await run([path], nil)
            #expect(!said.take().contains { $0 != "reading" }, "what fits is no news")
            let packed = try await run([path + ".gz"], 4_000_000)
            #expect(said.take().first?.contains("shows only when they are read") == true)
            #expect(packed.comparison?.expectedBytes == nil)
        }
    }

    @Test("split leaves counting leaks out when it can take too much, and divides all the same")
    func split() async throws {
        try await TemporaryFolder.with { folder in
            var outputs: Set<String> = []
            for limit in [nil, 1000, 1 << 20] {
                var options = SplitOptions(
                    source: Memory.file("t.csv", Self.rows((0..<100).map { $0 / 2 })), size: .rows(20),
                    seed: 3)
                options.training = folder + "/train.csv"
                options.validation = folder + "/valid.csv"
                options.maxMemory = limit
                let result = try await SplitRun(options).result()
                #expect((result.leak == nil) == (limit == 1000))
                let line = "leak     not counted: `--max-memory 1kB` is too little for these rows,"
                #expect(
                    result.text(in: Rendering()).contains(line) == (limit == 1000),
                    "\(result.text(in: Rendering()))")
                outputs.insert(
                    try [options.training, options.validation].map {
                        try String(contentsOfFile: $0, encoding: .utf8)
                    }.joined())
            }
            #expect(outputs.count == 1)
        }
    }
}

/// Lines said so far, by whomever.
private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: [String] = []

    func add(_ line: String) { lock.withLock { lines.append(line) } }

    @discardableResult
    func take() -> [String] {
        lock.withLock {
            defer { lines = [] }
            return lines
        }
    }
}
