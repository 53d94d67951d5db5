internal import TuneBytes
internal import TuneTransfer

/// The model of a completed job as something to download. The service redirects to it, names its address, or sends it
/// itself; the token goes to the service only.
struct NscaleModel: DownloadSource {
    let service: NscaleService
    let job: String
    let address: WebAddress

    var token: Secret? { service.token }
    var secrets: [Secret] { [service.token] }
    var name: String { "model of job \(job)" }

    var mayNameAddress: Bool { true }

    func address(in opening: [UInt8], head: ResponseHead) throws(TransferError) -> WebAddress? {
        guard let text = JSON(answer: opening)?["download_url", "url"]?.spelling else {
            throw .malformed(head.address, reason: "it names no download_url")
        }
        guard let found = head.address.resolving(text) else {
            throw .malformed(head.address, reason: "its download_url is no address that can be used")
        }
        return found
    }

    var signatureLength: Int { 512 }

    /// Gzip, or a tar that was unpacked on the way.
    func mayBegin(with opening: [UInt8]) -> Bool {
        opening.starts(with: [0x1F, 0x8B]) || opening.dropFirst(257).starts(with: "ustar".utf8)
    }

    func refusal(in head: ResponseHead, opening: [UInt8], mask: SecretMask) -> TransferError? {
        ServiceRefusal.ofDownload(head, opening: opening, origin: address.origin, mask: mask)
    }
}
