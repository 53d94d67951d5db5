import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneExamples
import TuneFindings
import TunePipeline
import TuneRules

@Suite("convert keeps every row or says why not")
struct ConvertTests {
    @Test("records in = written + rejected + dropped, for damaged files of every format")
    func ledgerCloses() async throws {
        for ending in ["csv", "jsonl", "json", "object.json"] {
            for _ in 0..<8 {
                let seed = UInt64.random(in: 0..<1_000_000)
                var generator = SeededGenerator(seed: seed)
                let bytes = DamagedFile.text(ending, rows: 80, using: &generator)
                try await TemporaryFolder.with { folder in
                    var options = ConvertOptions(
                        sources: [Memory.file("data.\(ending)", bytes, sliceSize: 300)],
                        writer: ExampleWriter(format: .csv), output: folder + "/out.csv")
                    options.drop = [try #require(RuleID(named: "TP401"))]
                    let result = try await ConvertRun(options).result()
                    #expect(result.ledger.isClosed, "seed \(seed), \(ending): \(result.ledger)")
                    #expect(result.written[0].rows == result.ledger.written, "seed \(seed)")
                    let rejected = try lines(folder + "/out.csv.rejects.jsonl")
                    #expect(rejected.count == result.ledger.rejectedCount, "seed \(seed), \(ending)")
                    let check = try await CheckRun(
                        CheckOptions(training: [SourceFile(path: folder + "/out.csv")])
                    )
                    .result()
                    #expect(
                        check.files[0].ledger.recordsIn == result.ledger.written, "seed \(seed), \(ending)")
                    let errors = check.findings.kept.filter { $0.severity == .error }.map(\.message)
                    #expect(errors.isEmpty, "seed \(seed), \(ending): \(errors)")
                }
            }
        }
    }

    @Test("the number of workers and the slice size do not show in the output")
    func sameOutput() async throws {
        let seed = UInt64.random(in: 0..<1_000_000)
        var generator = SeededGenerator(seed: seed)
        let bytes = DamagedFile.text("jsonl", rows: 300, using: &generator)
        try await TemporaryFolder.with { folder in
            var outputs: Set<Data> = []
            for (workers, size) in [(1, 1 << 20), (2, 100), (7, 64)] {
                var options = ConvertOptions(
                    sources: [Memory.file("d.jsonl", bytes, sliceSize: size)],
                    writer: ExampleWriter(format: .jsonlChat), output: folder + "/out.jsonl")
                options.workers = workers
                options.division = .share(.hundredthsOfPercent(1000), seed: 7)
                _ = try await ConvertRun(options).result()
                let files = [
                    "out.jsonl", "out.validation.jsonl", "out.jsonl.manifest.json", "out.jsonl.rejects.jsonl",
                ]
                outputs.insert(
                    try files.reduce(into: Data()) {
                        $0 += try Data(contentsOf: URL(filePath: "\(folder)/\($1)"))
                    })
            }
            #expect(outputs.count == 1, "seed \(seed)")
        }
    }

    @Test("a failed run leaves nothing under the final names")
    func nothingHalfWritten() async throws {
        try await TemporaryFolder.with { folder in
            var gzip = Array(try Data(contentsOf: Samples.url("studies.json")))
            gzip = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + gzip
            let options = ConvertOptions(
                sources: [Memory.file("cut.json.gz", gzip)], writer: ExampleWriter(format: .csv),
                output: folder + "/out.csv")
            await #expect(throws: RunError.self) { try await ConvertRun(options).result() }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test("the manifest names the bytes, the hash and the rows of the file beside it")
    func manifest() async throws {
        try await TemporaryFolder.with { folder in
            let options = ConvertOptions(
                sources: [SourceFile(path: Samples.url("studies.json").path)],
                writer: ExampleWriter(format: .csv),
                output: folder + "/out.csv")
            _ = try await ConvertRun(options).result()
            let card = try #require(
                JSONSerialization.jsonObject(
                    with: Data(contentsOf: URL(filePath: folder + "/out.csv.manifest.json")))
                    as? [String: Any])
            let data = try Data(contentsOf: URL(filePath: folder + "/out.csv"))
            #expect(card["bytes"] as? Int == data.count)
            #expect(card["rows"] as? Int == 11)
            #expect(
                card["sha256"] as? String
                    == (try Program.output("sha256sum", [folder + "/out.csv"]).prefix(64)).description)
        }
    }

    @Test("--turns reject refuses a conversation of several turns")
    func severalTurns() async throws {
        let chat = """
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},{"role":"user","content":"c"},{"role":"assistant","content":"d"}]}

            """
        try await TemporaryFolder.with { folder in
            let writer = ExampleWriter(format: .csv, turns: .reject)
            let options = ConvertOptions(
                sources: [Memory.file("chat.jsonl", chat)], writer: writer, output: folder + "/out.csv")
            let result = try await ConvertRun(options).result()
            #expect(result.ledger.rejected == ["TP605": 1])
            #expect(result.ledger.written == 1)
            #expect(result.findings.kept.map(\.code).contains("TP605"))
        }
    }

    @Test("what a conversation says and the output cannot carry is counted")
    func notCarried() async throws {
        let chat = #"""
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","weight":0}],"tools":[1]}
            {"messages":[{"role":"user","content":"a","name":"x"},{"role":"assistant","content":null,"tool_calls":[2]}]}
            {"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b","tool_calls":[3]}],"tools":null}

            """#
        try await TemporaryFolder.with { folder in
            let options = ConvertOptions(
                sources: [Memory.file("chat.jsonl", chat)], writer: ExampleWriter(format: .jsonlChat),
                output: folder + "/out.jsonl")
            let ledger = try await ConvertRun(options).result().ledger
            #expect(ledger.written == 3)
            #expect(ledger.notCarried == ["name": 1, "tool_calls": 1, "tools": 1, "weight": 1])
        }
    }

    @Test(
        "PubMedQA: 1,000 in = 1,000 written, and the CSV says what the object says",
        .enabled(if: SharedData.isThere("pubmedqa/ori_pqal.json"), "needs ../shared/data/pubmedqa"),
        arguments: PubMedQALayout.AnswerSource.allCases)
    func pubMedQA(_ answerSource: PubMedQALayout.AnswerSource) async throws {
        try await TemporaryFolder.with { folder in
            var source = SourceFile(path: SharedData.path("pubmedqa/ori_pqal.json"))
            source.layout.answerSource = answerSource
            let options = ConvertOptions(
                sources: [source], writer: ExampleWriter(format: .csv), output: folder + "/out.csv")
            let result = try await ConvertRun(options).result()
            #expect(result.ledger.recordsIn == 1000)
            #expect(result.ledger.written == 1000)
            let problems = try Program.output(
                "python3",
                ["-c", Self.comparison, source.path, folder + "/out.csv", answerSource.rawValue])
            #expect(problems == "same 1000\n")
            let check = try await CheckRun(CheckOptions(training: [SourceFile(path: folder + "/out.csv")]))
                .result()
            #expect(check.findings.count(of: .error) == 0)
        }
    }

    private static let comparison = """
        import csv, json, sys
        csv.field_size_limit(1 << 30)
        records = json.load(open(sys.argv[1], encoding='utf-8'))
        rows = list(csv.DictReader(open(sys.argv[2], newline='', encoding='utf-8')))
        for record, row in zip(records.values(), rows):
            prompt = 'Abstract: ' + '\\n'.join(record['CONTEXTS']) + '\\nQuestion: ' + record['QUESTION'] + '\\nAnswer:'
            answer = {'decision': record['final_decision'], 'long': record['LONG_ANSWER'],
                      'both': record['final_decision'] + '\\n\\n' + record['LONG_ANSWER']}[sys.argv[3]]
            assert row == {'question': prompt, 'answer': answer}, row
        print('same', len(rows))
        """

    @Test(
        "the official split gives the published 500 test ids, and ten folds of 50",
        .enabled(if: SharedData.isThere("pubmedqa/test_ground_truth.json"), "needs ../shared/data/pubmedqa"))
    func officialSplit() async throws {
        try await TemporaryFolder.with { folder in
            let path = SharedData.path("pubmedqa/ori_pqal.json")
            var options = ConvertOptions(
                sources: [SourceFile(path: path)], writer: ExampleWriter(format: .csv),
                output: folder + "/out.csv")
            options.division = .official(fold: 3)
            let result = try await ConvertRun(options).result()
            #expect(result.written.map(\.rows) == [450, 50, 500])
            let truth = try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: SharedData.path("pubmedqa/test_ground_truth.json"))))
            let records = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
            let ids = try #require(truth as? [String: String]).keys
            let all = try #require(records as? [String: [String: Any]])
            let wanted = Set(ids.compactMap { all[$0]?["LONG_ANSWER"] as? String })
            let found = try Program.output(
                "python3",
                [
                    "-c",
                    "import csv,json,sys;print(json.dumps([r['answer'] for r in csv.DictReader(open(sys.argv[1],newline=''))]))",
                    folder + "/out.test.csv",
                ])
            let answers = try JSONSerialization.jsonObject(with: Data(found.utf8)) as? [String]
            #expect(wanted.count == 500)
            #expect(Set(try #require(answers)) == wanted)
        }
    }

    private func lines(_ path: String) throws -> [Substring] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
}
