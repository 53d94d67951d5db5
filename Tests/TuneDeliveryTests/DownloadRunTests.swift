import Foundation
import TestSupport
import Testing
import TuneReport
import TuneServices
import TuneTransfer

@testable import TuneDelivery
@testable import TuneDeliveryReport
@testable import TunePipeline

/// Files from the service to the disk.
@Suite("what the service has is brought here")
struct DownloadRunTests {
    private func run(_ fake: NscaleStub, isForced: Bool = false) async throws -> DownloadRun {
        DownloadRun(try await fake.opened(), over: fake, clock: .hasty, isForced: isForced)
    }

    @Test("a file is brought under the name the service gives, and not over another")
    func file() async throws {
        let folder = try TemporaryFolder()
        let fake = NscaleStub()
        let results = try await run(fake).file("f-1", to: folder.path)
        #expect(results.map(\.path) == [folder.path("train.csv")])
        #expect(try folder.bytes(of: "train.csv") == Array("question,answer\n".utf8))
        let again = try await run(fake)
        await #expect(throws: RunError.self) { try await again.file("f-1", to: folder.path) }
        _ = try await run(fake, isForced: true).file("f-1", to: folder.path)
    }

    @Test(
        "a name that leads elsewhere is not used",
        arguments: [
            "../evil.csv", "/etc/passwd", ".bashrc", "a/b", "..", "a\\u0000b", "-rf", #"a\\b"#, "a\\u202eb",
        ])
    func names(_ name: String) async throws {
        let folder = try TemporaryFolder()
        let fake = NscaleStub([
            "GET /files/f-1": .json(
                #"{"id":"f-1","name":"\#(name)","download_url":"https://store.example/f-1?sig=CANARY"}"#)
        ])
        #expect(try await run(fake).file("f-1", to: folder.path).map(\.path) == [folder.path("f-1.csv")])
    }

    @Test("a name with a blank is a name, and standard output is none")
    func otherNames() async throws {
        let folder = try TemporaryFolder()
        let fake = NscaleStub([
            "GET /files/f-1": .json(
                #"{"id":"f-1","name":"my data.csv","download_url":"https://store.example/f-1"}"#)
        ])
        #expect(try await run(fake).file("f-1", to: folder.path).map(\.path) == [folder.path("my data.csv")])
        let run = try await run(fake)
        await #expect(throws: RunError.self) { try await run.file("f-1", to: "-") }
        await #expect(throws: RunError.self) { try await run.model("j-1", to: "-") }
    }

    @Test("of a data set that broke off, what was brought is not brought again")
    func continued() async throws {
        let folder = try TemporaryFolder()
        var replies: [String: NscaleStub.Reply] = [
            "GET /datasets/d-1": .json(#"{"id":"d-1","training_file_id":"f-1","validation_file_id":"f-2"}"#),
            "GET /files/f-1": .json(
                #"{"id":"f-1","name":"a.csv","bytes":16,"download_url":"https://store.example/f-1"}"#),
            "GET /files/f-2": .json(
                #"{"id":"f-2","name":"b.csv","bytes":16,"download_url":"https://store.example/f-2"}"#),
        ]
        let broken = try await run(NscaleStub(replies))
        await #expect(throws: RunError.self) { try await broken.dataset("d-1", to: folder.path) }
        #expect(try folder.names == ["a.csv", "d-1.dataset.part.json"])
        replies["GET /f-2"] = NscaleStub.Reply(
            body: Data("question,answer\n".utf8), headers: ["Content-Length": "16"])
        let fake = NscaleStub(replies)
        let results = try await run(fake).dataset("d-1", to: folder.path)
        #expect(results.map(\.wasHere) == [true, false] && !fake.requests.contains("GET /f-1"))
        #expect(results[0].words.hasSuffix("was here already"))
        #expect(results[0].contents == results[1].contents)
        #expect(try folder.names == ["a.csv", "b.csv"])
    }

    @Test("a file of the same name and size that nobody brought is in the way, before the first byte comes")
    func inTheWay() async throws {
        let folder = try TemporaryFolder()
        let fake = NscaleStub([
            "GET /datasets/d-1": .json(#"{"id":"d-1","training_file_id":"f-1","validation_file_id":"f-2"}"#),
            "GET /files/f-2": .json(
                #"{"id":"f-2","name":"b.csv","bytes":5,"download_url":"https://store.example/f-1"}"#),
        ])
        try folder.write(Array("other".utf8), to: "b.csv")
        let run = try await run(fake)
        await #expect(throws: RunError.self) { try await run.dataset("d-1", to: folder.path) }
        #expect(try folder.names == ["b.csv"])
    }

    @Test("another size than the service names is an error, and no file")
    func size() async throws {
        let folder = try TemporaryFolder()
        let fake = NscaleStub([
            "GET /files/f-1": .json(
                #"{"id":"f-1","name":"t.csv","bytes":17,"download_url":"https://store.example/f-1"}"#)
        ])
        let run = try await run(fake)
        await #expect(throws: RunError.self) { try await run.file("f-1", to: folder.path) }
        #expect(try folder.names == ["t.csv.part", "t.csv.part.json"])
    }

    @Test("the files of a data set do not replace one another")
    func dataset() async throws {
        let folder = try TemporaryFolder()
        let two = #"{"id":"d-1","training_file_id":"f-1","validation_file_id":"f-2"}"#
        let fake = NscaleStub([
            "GET /datasets/d-1": .json(two),
            "GET /files/f-2": .json(
                #"{"id":"f-2","name":"train.csv","download_url":"https://store.example/f-1"}"#),
        ])
        let results = try await run(fake).dataset("d-1", to: folder.path)
        #expect(results.map(\.path) == [folder.path("f-1.csv"), folder.path("f-2.csv")])
    }

    @Test("an address that is given is used without the token")
    func url() async throws {
        let folder = try TemporaryFolder()
        let fake = NscaleStub()
        _ = try await run(fake).file(
            "f-9", from: "https://store.example/f-1?sig=CANARY", to: folder.path("x"))
        #expect(fake.requests == ["GET /f-1"])
    }

    @Test("nothing that is left on the disk or said holds a secret")
    func canary() async throws {
        let folder = try TemporaryFolder()
        let fake = NscaleStub(["GET /f-1": .json("no \(NscaleStub.token)", status: 404)])
        let run = try await run(fake)
        do {
            _ = try await run.file("f-1", to: folder.path)
            Issue.record("nothing failed")
        } catch {
            #expect(!"\(error)".contains("CANARY"))
        }
        for name in try folder.names {
            #expect(!String(decoding: try folder.bytes(of: name), as: UTF8.self).contains("CANARY"))
        }
    }

    @Test("what the service says is shown without its control characters")
    func control() {
        let error = RunError(ServiceError.interrupted)
        #expect(error.message == "interrupted")
        let wild = RunError(ServiceError.badID("\u{1B}[2J", of: "a job"))
        #expect(!wild.message.contains("\u{1B}"))
        let store = RunError(TransferError.proxy("\u{1B}[2J"))
        #expect(!store.message.contains("\u{1B}"))
    }

    @Test("a job is shown without control characters, in every form")
    func jobs() async throws {
        let escape = "\\u001b[2J"
        let fake = NscaleStub([
            "GET /jobs/j-1": .json(
                #"{"id":"j-1","status":"x\#(escape)","name":"\#(escape)","base_model":"\#(escape)","#
                    + #""created_at":"\#(escape)","error":"\#(escape)"}"#)
        ])
        let job = try await fake.opened().job("j-1")
        let list = JobList([job])
        let renderings = ReportStyles.all.map { Rendering($0) }
        for shown in renderings.flatMap({ [$0.text(of: list), $0.text(of: job)] }) {
            #expect(!shown.contains("\u{1B}"))
        }
    }
}
