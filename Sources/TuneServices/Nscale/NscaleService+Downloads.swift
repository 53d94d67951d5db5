import TuneBytes
public import TuneTransfer

extension NscaleService {
    /// The download of a completed job's model. The service redirects to it, names its address, or sends it itself;
    /// the token goes to the service only.
    public func model(of id: String, to target: String) async throws(ServiceError) -> Download {
        let job = try await completed(id)
        let source = try self.address("/jobs/\(job.id)/download")
        var download = Download(source, to: target)
        download.token = token
        download.policy = policy
        download.mask = mask
        download.name = "model of job \(job.id)"
        download.resolve = { head, opening throws(TransferError) in
            try Self.named(in: opening, from: head.address)
        }
        download.mayBegin = Self.mayBeArchive
        download.refusal = refusal(for: source)
        return download
    }

    /// The download of a file whose address the service names, each time anew.
    public func content(of file: ServiceFile, to target: String) throws(ServiceError) -> Download {
        guard let url = file.downloadURL else { throw .noDownload(file: file.id) }
        let own = try address("/files/\(file.id)")
        guard let source = url.withValue(own.resolving), Self.isSafe(source, from: own) else {
            throw .incomplete(request: "GET /files/\(file.id)", missing: "address that can be used")
        }
        var download = Download(source, to: target)
        download.token = source.origin == own.origin ? token : nil
        download.policy = policy
        download.mask = mask
        download.name = "file \(file.id)"
        download.renew = { () async throws(TransferError) in try await renewed(file.id, own) }
        download.refusal = refusal(for: own)
        return download
    }

    private func renewed(
        _ id: String, _ own: WebAddress
    ) async throws(TransferError) -> WebAddress {
        do throws(ServiceError) {
            let again = try await file(id).downloadURL?.withValue(own.resolving)
            if let again, Self.isSafe(again, from: own) { return again }
        } catch {
            switch error {
            case .transfer(let error, _): throw error
            case .interrupted: throw .cancelled(own)
            case .refused(let refusal) where refusal.status == 401: throw .unauthorized(own)
            case .refused(let refusal) where [404, 410].contains(refusal.status): throw .notFound(own)
            case .refused(let refusal):
                throw .refused(own, status: refusal.status, detail: refusal.words)
            default: throw .malformed(own, reason: error.message)
            }
        }
        throw .malformed(own, reason: "it names no download_url that can be used")
    }

    /// What the service's own refusals say; those of others are left as they are.
    private func refusal(
        for own: WebAddress
    ) -> @Sendable (ResponseHead, [UInt8]) -> TransferError? {
        { head, opening in
            guard head.address.origin == own.origin, ![401, 404, 410].contains(head.status) else {
                return nil
            }
            let answer = Exchange.Answer(head: head, body: opening)
            let said = ServiceRefusal(answer, request: "GET \(head.address.path)", mask: mask)
            return .refused(head.address, status: head.status, detail: said.words)
        }
    }

    private static func named(in opening: [UInt8], from address: WebAddress) throws(TransferError)
        -> WebAddress
    {
        guard let text = JSON(answer: opening)?["download_url", "url"]?.spelling else {
            throw .malformed(address, reason: "it names no download_url")
        }
        guard let found = address.resolving(text) else {
            throw .malformed(address, reason: "its download_url is no address that can be used")
        }
        return found
    }

    private static func isSafe(_ address: WebAddress, from own: WebAddress) -> Bool {
        address.origin.scheme == "https" || own.origin.scheme == "http"
    }

    /// Gzip, or a tar that was unpacked on the way.
    private static func mayBeArchive(_ opening: [UInt8]) -> Bool {
        opening.starts(with: [0x1F, 0x8B]) || opening.dropFirst(257).starts(with: "ustar".utf8)
    }
}
