public import TuneTransfer

extension NscaleService {
    /// The download of a completed job's model to the path `target`.
    public func model(of id: String, to target: String) async throws(ServiceError) -> Download {
        let job = try await completed(id)
        let address = try self.address("/jobs/\(job.id)/download")
        return download(NscaleModel(service: self, job: job.id, address: address), to: target)
    }

    /// The download of a file to the path `target`.
    public func content(of file: ServiceFile, to target: String) throws(ServiceError) -> Download {
        download(try NscaleFile(file, of: self), to: target)
    }

    private func download(_ source: some DownloadSource, to target: String) -> Download {
        var download = Download(of: source, to: target)
        download.policy = policy
        return download
    }
}

extension ServiceRefusal {
    /// What the service's own refusals of a download say; those of other origins, and those whose status has an
    /// error of its own, are left as they are.
    static func ofDownload(
        _ head: ResponseHead, opening: [UInt8], origin: WebAddress.Origin, mask: SecretMask
    ) -> TransferError? {
        guard head.address.origin == origin, ![401, 404, 410].contains(head.status) else { return nil }
        let answer = Exchange.Answer(head: head, body: opening)
        let said = ServiceRefusal(
            answer, request: "GET \(head.address.path)", mask: mask,
            tokenVariable: NscaleService.variables.tokens[0])
        return .refused(head.address, status: head.status, detail: said.words)
    }
}
