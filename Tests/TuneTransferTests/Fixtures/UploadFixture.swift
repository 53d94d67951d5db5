import TestSupport
import Testing
import TuneBytes

@testable import TuneTransfer

/// A file in a folder of its own, to be sent.
struct UploadFixture {
    let folder: TemporaryFolder
    let clock = TestClock()
    let bytes = ServedFile(400_000).bytes
    let path: String
    let address: WebAddress

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.write(bytes, to: "train.csv")
        address = try #require(WebAddress("https://api.example/v1/files?sig=SECRET"))
    }

    var form: FileUpload { .form(path, to: address, contentType: "text/csv") }
    var put: FileUpload { .put(path, to: address) }
    var contents: FileUpload.Contents {
        .init(size: bytes.count, sha256: SHA256(bytes).hexadecimal)
    }

    func send(
        _ upload: FileUpload, over transport: some Transport,
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async -> Result<FileUpload.Sent, TransferError> {
        do throws(TransferError) {
            return .success(try await upload.run(over: transport, clock: clock.clock, note: note))
        } catch {
            return .failure(error)
        }
    }
}
