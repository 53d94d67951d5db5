internal import TuneTransfer

/// A file as something to download, whose address the service names, another each time it is asked.
struct NscaleFile: DownloadSource {
    let service: NscaleService
    let id: String
    let address: WebAddress
    /// Where the service is asked for the file.
    private let own: WebAddress

    /// A file; throws when the service names no address of it, or one that cannot be used.
    init(_ file: ServiceFile, of service: NscaleService) throws(ServiceError) {
        guard let url = file.downloadURL else { throw .noDownload(file: file.id) }
        self.service = service
        id = file.id
        own = try service.address("/files/\(file.id)")
        address = try Self.address(url, of: file.id, seenFrom: own)
    }

    private static func address(
        _ url: Secret?, of id: String, seenFrom own: WebAddress
    ) throws(ServiceError) -> WebAddress {
        guard let address = url?.withValue(own.resolving),
            address.origin.scheme == "https" || own.origin.scheme == "http"
        else { throw .incomplete(request: "GET /files/\(id)", missing: "address that can be used") }
        return address
    }

    var token: Secret? { address.origin == own.origin ? service.token : nil }
    var secrets: [Secret] { [service.token] }
    var name: String { "file \(id)" }

    var isRenewable: Bool { true }

    func renewedAddress() async throws -> WebAddress {
        try Self.address(try await service.file(id).downloadURL, of: id, seenFrom: own)
    }

    func refusal(in head: ResponseHead, opening: [UInt8], mask: SecretMask) -> TransferError? {
        ServiceRefusal.ofDownload(head, opening: opening, origin: own.origin, mask: mask)
    }
}
