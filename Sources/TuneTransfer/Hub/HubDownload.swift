internal import TuneHub

/// A file of the hub as something to download: verified by what the hub says of its bytes, and refused in the hub's own
/// terms.
struct HubDownload: DownloadSource {
    let file: HubFile
    let address: WebAddress
    /// The page of the repository, where a licence is accepted.
    let page: WebAddress
    let token: Secret?

    /// What the hub says of the bytes: the SHA-256 of large files, which another server sends, in `X-Linked-Etag`; of
    /// others git's name for them, in `ETag`, next to the commit.
    func checksum(announcedBy heads: [ResponseHead]) -> Checksum? {
        let own = heads.filter { $0.address.origin == address.origin }
        if let tag = own.compactMap({ $0.headers["X-Linked-Etag"] }).first {
            return Checksum(digits: Self.bare(tag))
        }
        guard let last = heads.last, last.address.origin == address.origin,
            own.contains(where: { $0.headers["X-Repo-Commit"] != nil })
        else { return nil }
        return last.headers["ETag"].flatMap { Checksum(digits: Self.bare($0)) }
    }

    /// An entity tag without its quotes.
    private static func bare(_ tag: String) -> String {
        (tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]).filter { $0 != "\"" }
    }

    /// What the hub itself says; the answers of the servers it redirects to are left as they are.
    func refusal(in head: ResponseHead, opening: [UInt8], mask: SecretMask) -> TransferError? {
        guard head.address.origin == address.origin else { return nil }
        if let refusal = HubRefusal(head, file: file, page: page, hasToken: token != nil) {
            return .hub(refusal)
        }
        guard let words = head.headers["X-Error-Message"], head.status != 404 else { return nil }
        let said = BodyPrefix.shown(Array(words.utf8), without: mask)
        return .refused(head.address, status: head.status, detail: said)
    }
}
