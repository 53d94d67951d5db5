public import TuneTransfer

/// Where something can be fetched, and what may be sent there.
public struct DownloadSource: Sendable {
    /// The address; its query may be a credential.
    public var address: WebAddress
    /// The token, where the address is the service's own.
    public var token: Secret?
    /// A name for the file.
    public var name: String
}

extension NscaleService {
    /// Where a completed job's model can be fetched: the service redirects there, names it, or sends it itself.
    public func model(of id: String) async throws(ServiceError) -> DownloadSource {
        let job = try await completed(id)
        let path = "/jobs/\(job.id)/download"
        let request = Self.name("GET", path)
        let answer = try await answer("GET", path, repeats: .freely, limit: Self.opening)
        switch answer.head.status {
        case 300..<400:
            return try source(answer.head.headers["Location"], job.id + ".tar.gz", request)
        case 200..<300:
            if Self.isArchive(answer) {
                return DownloadSource(address: try address(path), token: token, name: job.id + ".tar.gz")
            }
            let said = WireValue(answer.body)
            return try source(said?["download_url", "url"]?.text, job.id + ".tar.gz", request)
        default: throw .refused(ServiceRefusal(answer, request: request, mask: mask))
        }
    }

    /// Where a file can be fetched; the service may not offer it.
    public func content(of file: ServiceFile) throws(ServiceError) -> DownloadSource {
        guard let url = file.downloadURL else { throw .noDownload(file: file.id) }
        return try source(url.withValue { $0 }, file.name ?? file.id, "GET /files/\(file.id)")
    }

    private static let opening = 64 << 10

    /// Whether the body is the archive itself, by its first bytes or else by its type.
    private static func isArchive(_ answer: Exchange.Answer) -> Bool {
        if answer.body.starts(with: [0x1F, 0x8B]) { return true }
        let type = answer.head.headers["Content-Type"]?.lowercased() ?? ""
        return ["gzip", "x-tar", "octet-stream"].contains { type.contains($0) }
            && WireValue(answer.body) == nil
    }

    /// A source that the service named: the token goes there only where it went before, and nothing leaves https.
    private func source(
        _ text: String?, _ name: String, _ request: String
    ) throws(ServiceError) -> DownloadSource {
        let own = try address("/")
        guard let text else { throw .incomplete(request: request, missing: "`download_url`") }
        guard let target = own.resolving(text) else {
            throw .incomplete(request: request, missing: "address that can be used")
        }
        guard target.origin.scheme == "https" || own.origin.scheme == "http" else {
            throw .transfer(.redirection(from: own, reason: "from https to http"), request: request)
        }
        return DownloadSource(address: target, token: target.origin == own.origin ? token : nil, name: name)
    }
}
