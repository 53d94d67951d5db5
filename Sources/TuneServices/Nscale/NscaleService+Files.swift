internal import TuneBytes
public import TuneTransfer

extension NscaleService {
    /// The files at the service.
    public func files() async throws(ServiceError) -> [ServiceFile] {
        try await entries("/files?limit=\(Self.longestList)").compactMap { ServiceFile($0) }
    }

    /// The file of an id.
    public func file(_ id: String) async throws(ServiceError) -> ServiceFile {
        let path = "/files/\(try Self.checked(id, of: "a file"))"
        guard let file = ServiceFile(try await ask("GET", path)) else {
            throw .incomplete(request: "GET \(path)", missing: "id")
        }
        return file
    }

    /// Removes a file.
    public func deleteFile(_ id: String) async throws(ServiceError) {
        _ = try await ask("DELETE", "/files/\(try Self.checked(id, of: "a file"))", repeats: .unlessBegun)
    }

    /// Sends a data file, which must have these contents, and compares what the service stored with what was sent.
    ///
    /// An upload whose answer is lost is sent again: a file that nobody refers to costs nothing known.
    ///
    /// - Parameters:
    ///   - name: what the service is to call it; ends in `.csv`.
    ///   - columns: the names in its header.
    public func upload(
        _ path: String, as name: String, contents: FileUpload.Contents, columns: [String],
        note: @escaping @Sendable (TransferNote) -> Void = { _ in }
    ) async throws(ServiceError) -> ServiceFile {
        let request = "POST /files"
        var upload = FileUpload.form(
            path, to: try address("/files"), contentType: "text/csv", fileName: name)
        upload.token = token
        upload.policy = policy
        upload.announced = contents
        upload.headers = ["Accept": "application/json", "User-Agent": "tuneprep"]
        let sent: FileUpload.Sent
        do throws(TransferError) {
            sent = try await run(upload, note: note)
        } catch {
            if case .cancelled = error { throw .interrupted }
            throw .transfer(error, request: request)
        }
        guard 200..<300 ~= sent.answer.head.status else {
            throw .refused(refusal(sent.answer, of: request))
        }
        guard let file = ServiceFile(JSON(answer: sent.answer.body) ?? .nothing) else {
            throw .incomplete(request: request, missing: "id")
        }
        if let difference = file.difference(bytes: sent.contents.size, columns: columns) {
            throw .differs(difference)
        }
        return file
    }

    private func run(
        _ upload: FileUpload, note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(TransferError) -> FileUpload.Sent {
        for failures in 1..<max(1, policy.tries) {
            do throws(TransferError) {
                return try await upload.run(over: transport, clock: clock, note: note)
            } catch {
                guard case .mayHaveArrived(let address, _) = error, !Task.isCancelled else { throw error }
                let pause = policy.pause(failures: failures, chance: clock.chance())
                note(.waits(reason: "no answer came, and the file may stand there unused", pause: pause))
                do {
                    try await clock.sleep(pause, .retry)
                } catch {
                    throw .cancelled(address)
                }
            }
        }
        return try await upload.run(over: transport, clock: clock, note: note)
    }
}
