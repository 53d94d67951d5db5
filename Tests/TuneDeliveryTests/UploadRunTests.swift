import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneExamples
import TuneReport
import TuneServices

@testable import TuneDelivery
@testable import TunePipeline

/// From files here to a data set there.
@Suite("what was checked is what is sent")
struct UploadRunTests {
    private static let good =
        "question,answer\n" + (0..<12).map { "Why is it \($0)?,Because it is \($0)\n" }.joined()

    private func options(_ path: String, validation: String? = nil) -> CheckOptions {
        CheckOptions(
            training: [SourceFile(path: path)], validation: validation.map { SourceFile(path: $0) })
    }

    private func manifest(_ text: String, sha256: String? = nil) -> String {
        let sum = SHA256(Array(text.utf8)).hexadecimal
        return
            #"{"schema":"tuneprep.manifest/1","bytes":\#(text.utf8.count),"sha256":"\#(sha256 ?? sum)","columns":["question","answer"]}"#
    }

    @Test("a clean file becomes a data set, and its numbers are told")
    func uploads() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.good.utf8), to: "train.csv")
        try folder.write(Array(manifest(Self.good).utf8), to: "train.csv.manifest.json")
        let fake = NscaleStub(["POST /files": .json(#"{"id":"f-1","bytes":\#(Self.good.utf8.count)}"#)])
        let plan = try await UploadRun(options(path)).plan()
        #expect(!plan.isRefused && plan.name == "train")
        let result = try await plan.sent(to: try await fake.opened())
        #expect(fake.requests == ["POST /files", "POST /datasets"])
        #expect(fake.bodies[0].contains(Self.good) && fake.bodies[0].contains(#"filename="train.csv""#))
        #expect(fake.bodies[1] == #"{"name":"train","training_file_id":"f-1"}"#)
        let text = result.text(in: Rendering())
        #expect(text.contains("as its manifest says"))
        #expect(text.contains("--dataset d-1"))
        let json = result.text(in: Rendering(JSONLinesStyle()))
        #expect(json.contains(#""dataset": {"id": "d-1", "name": "train"}"#))
    }

    @Test("columns stand in the next step as a shell takes them, and what was found is told")
    func words() async throws {
        let folder = try TemporaryFolder()
        let text = Self.good.replacing("question,answer\n", with: "the $(touch pwned) question,answer\n")
        let path = try folder.write(Array(text.utf8), to: "train.csv")
        var options = options(path)
        options.training[0].layout.prompt = "the $(touch pwned) question"
        options.training[0].layout.answer = "answer"
        let plan = try await UploadRun(options).plan()
        let said = try await plan.sent(to: try await NscaleStub().opened()).text(in: Rendering())
        #expect(said.contains("--prompt 'the $(touch pwned) question' --answer answer`"))
        #expect(said.contains("\ncheck    0 errors, "))
    }

    @Test("a validation file goes along")
    func validation() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.good.utf8), to: "train.csv")
        let other = try folder.write(Array("question,answer\nWho?,Nobody at all\n".utf8), to: "valid.csv")
        let fake = NscaleStub()
        let plan = try await UploadRun(options(path, validation: other), name: "n").plan()
        _ = try await plan.sent(to: try await fake.opened())
        #expect(fake.requests == ["POST /files", "POST /files", "POST /datasets"])
        #expect(fake.bodies[2] == #"{"name":"n","training_file_id":"f-1","validation_file_id":"f-1"}"#)
    }

    @Test("a file with errors stays here unless it is forced")
    func errors() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array((Self.good + "Why?,\n").utf8), to: "train.csv")
        #expect(try await UploadRun(options(path)).plan().isRefused)
        #expect(try await !UploadRun(options(path), isForced: true).plan().isRefused)
    }

    @Test("a file that its manifest does not describe stays here")
    func otherManifest() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.good.utf8), to: "train.csv")
        let wrong = manifest(Self.good, sha256: String(repeating: "0", count: 64))
        try folder.write(Array(wrong.utf8), to: "train.csv.manifest.json")
        await #expect(throws: RunError.self) { try await UploadRun(options(path)).plan() }
        try folder.write(Array("nonsense".utf8), to: "train.csv.manifest.json")
        await #expect(throws: RunError.self) { try await UploadRun(options(path)).plan() }
    }

    @Test("a file that changes after its check is not sent as a whole")
    func changed() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.good.utf8), to: "train.csv")
        let fake = NscaleStub()
        let plan = try await UploadRun(options(path)).plan()
        try folder.write(Array(Self.good.replacing("Why", with: "Who").utf8), to: "train.csv")
        let service = try await fake.opened()
        await #expect(throws: RunError.self) { try await plan.sent(to: service) }
        #expect(!fake.requests.contains("POST /datasets"))
    }

    @Test("what is stored already is named when the rest fails")
    func half() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.good.utf8), to: "train.csv")
        let fake = NscaleStub(["POST /datasets": .json(#"{"code":"x","message":"no"}"#, status: 422)])
        let plan = try await UploadRun(options(path)).plan()
        let service = try await fake.opened()
        do throws(RunError) {
            _ = try await plan.sent(to: service)
            Issue.record("nothing failed")
        } catch {
            #expect(error.help.contains { $0.contains("f-1") })
        }
    }

    @Test("two training files are no data set")
    func several() async throws {
        var both = options("a.csv")
        both.training.append(SourceFile(path: "b.csv"))
        let fixed = both
        await #expect(throws: RunError.self) { try await UploadRun(fixed).plan() }
    }
}
