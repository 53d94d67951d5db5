import Foundation
import TestSupport
import Testing

/// `download model --into`, on the sandbox.
@Suite("a model comes as a folder", .serialized)
struct UnpackedDownloadTests {
    private static let data =
        "question,answer\n"
        + (0..<30).map { "What is \($0) plus one?,The sum of \($0) and one is \($0 + 1)\n" }.joined()
    private static let form = "--dataset trials --model meta-llama-3.1-8b --prompt question --answer answer"

    private let sandbox: SandboxProcess
    private let job: String

    /// A sandbox with a completed job, whose model has about 1.3 MB, and that model in the folder `whole`.
    init() async throws {
        sandbox = try SandboxProcess()
        try sandbox.write(Self.data, to: "train.csv")
        try #require(try sandbox.run("upload train.csv --name trials").status == 0)
        try await sandbox.scenario(#"{"adapter_layers":40}"#)
        job = try Self.job(sandbox)
        let whole = try sandbox.run("download model \(job) --into whole -o whole.tar.gz")
        try #require(whole.status == 0, "\(whole.transcript)")
    }

    private static func job(_ sandbox: SandboxProcess, _ more: String = "") throws -> String {
        let job = try sandbox.json("jobs create \(form) --yes --name m \(more)", ["jobs", 0, "id"])
        try sandbox.finish(job)
        return job
    }

    /// The names that begin with `m` or a dot: what runs into `m` and `m.tar.gz` leave.
    private var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: sandbox.folder).sorted()
                .filter { $0.hasPrefix("m") || $0.hasPrefix(".") }
        }
    }

    private func isWhole() throws -> Bool {
        try Command.run("diff -r m whole", in: sandbox.folder).status == 0
    }

    @Test(
        "what it makes is what `download` and `unpack` make, one after the other",
        arguments: ["", "json", "bytes"])
    func same(_ shape: String) async throws {
        if !shape.isEmpty { try await sandbox.scenario(#"{"download":"\#(shape)"}"#) }
        let brought = try sandbox.run("download model \(job) -o m.tar.gz")
        #expect(brought.status == 0, "\(brought.transcript)")
        let unpacked = try sandbox.run("unpack m.tar.gz --into m --job \(job)")
        #expect(unpacked.status == 0, "\(unpacked.transcript)")
        #expect(try isWhole() && Command.run("cmp m.tar.gz whole.tar.gz", in: sandbox.folder).status == 0)
    }

    @Test("killed at any moment, it leaves nothing half-made, and the next run goes on")
    func killTrials() async throws {
        let wanted = Trials.count(short: 8, long: 100)
        try await sandbox.scenario(#"{"faults":[{"path":"/signed/*","pace":2000000,"times":0}]}"#)
        let line = "download model \(job) --into m -o m.tar.gz"
        let clock = ContinuousClock()
        let span = try clock.measure { _ = try sandbox.run(line + " --force") } / .milliseconds(1)
        try FileManager.default.removeItem(atPath: sandbox.folder + "/m")
        try FileManager.default.removeItem(atPath: sandbox.folder + "/m.tar.gz")
        var (generator, seed) = SeededGenerator.fresh()
        var (kills, folders, kept, tries) = (0, 0, 0, 0)
        while kills < wanted {
            // One moment in each part of the span, so that few kills are spread over it as well.
            let part = Double(tries % wanted) + Double.random(in: 0..<1, using: &generator)
            let pause = part / Double(wanted) * span * 1.1 / 1000
            tries += 1
            let said = try sandbox.run(line, after: " & sleep \(pause); kill -KILL $!; wait $!")
            if said.status == 137 { kills += 1 }
            #expect([0, 137].contains(said.status), "\(said.transcript), seed \(seed)")
            let names = try names
            if names.contains("m.tar.gz.part") { kept += 1 }
            guard names.contains("m") else {
                #expect(!names.contains("m.tar.gz"), "seed \(seed)")
                continue
            }
            folders += 1
            #expect(try isWhole(), "seed \(seed)")
            try FileManager.default.removeItem(atPath: sandbox.folder + "/m")
            try? FileManager.default.removeItem(atPath: sandbox.folder + "/m.tar.gz")
        }
        let last = try sandbox.run(line)
        #expect(last.status == 0, "\(last.transcript), seed \(seed)")
        #expect(try names == ["m", "m.tar.gz"] && isWhole(), "seed \(seed)")
        print(
            "\(wanted) kills in \(span) ms each, \(kept) times with a part left, \(folders) folders whole in between"
        )
        #expect(kept > wanted / 10)
    }

    @Test("interrupted, it keeps the part and nothing else")
    func interrupted() async throws {
        try await sandbox.scenario(#"{"faults":[{"path":"/signed/*","pace":100000}]}"#)
        let line = "download model \(job) --into m -o m.tar.gz --no-keep-archive"
        let cut = try sandbox.run(line, after: " & sleep 3; kill -INT $!; wait $!")
        #expect(cut.status == 130 && cut.errors.contains("are kept"), "\(cut.transcript)")
        #expect(try names == ["m.tar.gz.part", "m.tar.gz.part.json"])
        let again = try sandbox.run(line)
        #expect(again.status == 0 && again.errors.contains("of them here already"), "\(again.transcript)")
        #expect(try names == ["m"] && isWhole())
    }

    @Test("of two at once one says that the other is at it; a third may watch")
    func twice() async throws {
        try await sandbox.scenario(#"{"faults":[{"path":"/signed/*","pace":200000}]}"#)
        let line = "download model \(job) --into m -o m.tar.gz"
        let both = try sandbox.run(
            line,
            after:
                " > first.txt 2>&1 & sleep 2; tuneprep jobs watch \(job); tuneprep \(line); echo second $?; wait $!"
        )
        #expect(both.status == 0 && both.output.contains("second 2"), "\(both.transcript)")
        #expect(both.errors.contains("is in use"), "\(both.transcript)")
        #expect(try names == ["m", "m.tar.gz"] && isWhole())
    }

    @Test("a folder that is there is named, and replaced with --force")
    func exists() throws {
        let line = "download model \(job) --into whole -o m.tar.gz"
        let refused = try sandbox.run(line)
        #expect(refused.status == 2 && refused.errors.contains("`whole` exists"), "\(refused.transcript)")
        #expect(try names.isEmpty)
        #expect(try sandbox.run(line + " --force").status == 0)
    }

    @Test("a model can be compared with a job by its id")
    func record() throws {
        let same = try sandbox.run("verify whole --job \(job)")
        #expect(same.status == 0, "\(same.transcript)")
        let other = try sandbox.run("verify whole --job \(try Self.job(sandbox, "--lora-r 16"))")
        #expect(other.status == 1 && other.output.contains("the job's record says"), "\(other.transcript)")
        let none = try sandbox.run("verify whole --job nobody")
        #expect(none.status == 2 && none.errors.contains("there is no file `nobody`"), "\(none.transcript)")
    }

    @Test("what would leave nothing is refused")
    func nothing() throws {
        let result = try sandbox.run("download model \(job) --no-keep-archive")
        #expect(result.status == 2 && result.errors.contains("would leave nothing"), "\(result.transcript)")
        for option in [
            "--max-size 1GB", "--max-entries 3", "--no-verify", "--only TP701", "--fail-on never",
        ] {
            let result = try sandbox.run("download model \(job) \(option)")
            #expect(
                result.status == 2 && result.errors.contains("is about unpacking"), "\(result.transcript)")
        }
        #expect(try sandbox.run("download model \(job) --progress slow").status == 2)
    }
}
