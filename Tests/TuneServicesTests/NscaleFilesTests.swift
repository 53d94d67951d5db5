import TestSupport
import Testing
import TuneBytes
import TuneTransfer

@testable import TuneServices

/// A file on its way to the service.
@Suite("what the service stored is compared with what was sent")
struct NscaleFilesTests {
    private static let text = "q,a\n1,2\n"
    private static let sum = SHA256(Array(text.utf8)).hexadecimal

    private func upload(
        _ reply: Reply, sha256: String = sum
    ) async throws -> (ServiceStub, Result<ServiceFile, ServiceError>) {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.text.utf8), to: "train.csv")
        let transport = ServiceStub(["POST /files": reply])
        let service = try NscaleService.fake(transport, clock: .still)
        do throws(ServiceError) {
            let contents = FileUpload.Contents(size: 8, sha256: sha256)
            return (
                transport,
                .success(
                    try await service.upload(path, as: "train.csv", contents: contents, columns: ["q", "a"]))
            )
        } catch {
            return (transport, .failure(error))
        }
    }

    @Test("one part, named file, with the name and the type")
    func form() async throws {
        let (transport, result) = try await upload(
            .json(#"{"id":"f-1","bytes":8,"columns":[{"name":"q"},{"name":"a"}]}"#, status: 201))
        #expect(try result.get().id == "f-1")
        let asked = try #require(transport.requests.first)
        #expect(asked.hasToken && asked.body.contains(Self.text) && !asked.body.contains("purpose"))
        #expect(asked.body.contains(#"name="file"; filename="train.csv""#) && asked.body.contains("text/csv"))
        #expect(asked.headers["Content-Type"]?.hasPrefix("multipart/form-data; boundary=") == true)
        #expect(transport.requests.count == 1)
    }

    @Test(
        "other bytes or other columns are an error",
        arguments: [
            #"{"id":"f-1","bytes":7}"#, #"{"id":"f-1","bytes":8,"columns":[{"name":"q"}]}"#,
            #"{"file":{"id":"f-1","bytes":"9"}}"#,
        ])
    func differences(_ body: String) async throws {
        let (_, result) = try await upload(.json(body))
        guard case .failure(.differs(let difference)) = result else { return #expect(Bool(false)) }
        #expect(difference.id == "f-1")
    }

    @Test("an upload whose answer is lost is sent again, as often as the policy allows")
    func lost() async throws {
        let (transport, result) = try await upload(.failing())
        guard case .failure(.transfer(.mayHaveArrived, _)) = result else { return #expect(Bool(false)) }
        #expect(transport.requests.count == TransferPolicy().tries)
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.text.utf8), to: "train.csv")
        let second = ServiceStub { _, number in number == 0 ? .failing() : .json(#"{"id":"f-2","bytes":8}"#) }
        let file = try await NscaleService.fake(second).upload(
            path, as: "train.csv", contents: FileUpload.Contents(size: 8, sha256: Self.sum),
            columns: ["q", "a"])
        #expect(file.id == "f-2" && second.requests.count == 2)
    }

    @Test("a service that fails is not sent the file again", arguments: [500, 502, 504])
    func failing(_ status: Int) async throws {
        let (transport, _) = try await upload(.json("{}", status: status))
        #expect(transport.requests.count == 1)
    }

    @Test("a file that is not what was checked is not sent as a whole")
    func changed() async throws {
        let (_, result) = try await upload(.json(#"{"id":"f-1"}"#), sha256: String(repeating: "0", count: 64))
        guard case .failure(.transfer(.unlikeAnnounced, _)) = result else { return #expect(Bool(false)) }
    }

    @Test("a refusal and an answer without an id are told")
    func refused() async throws {
        guard
            case .failure(.refused(let refusal)) = try await upload(
                .json(#"{"code":"too_large"}"#, status: 413)
            ).1
        else { return #expect(Bool(false)) }
        #expect(refusal.status == 413 && refusal.request == "POST /files")
        guard case .failure(.incomplete) = try await upload(.json("{}")).1 else {
            return #expect(Bool(false))
        }
    }
}
