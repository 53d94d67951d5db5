/// What is downloaded: where it is, how its bytes begin and what they hash to, and what the answers on the way to it
/// mean. All but the address has a default: that of a file anybody may fetch.
public protocol DownloadSource: Sendable {
    /// Where the file is when the download begins.
    var address: WebAddress { get }
    /// Sent to the origin of `address`, and nowhere else.
    var token: Secret? { get }
    /// What the file is, however its address is signed or moves: a part of the same name is continued. The address
    /// without its query, unless the source says otherwise.
    var name: String { get }
    /// What is hidden where a server's words are told, besides the token and what addresses carry.
    var secrets: [Secret] { get }

    /// Whether `renewedAddress` names a new address. False where `address` is always good for one, because it redirects
    /// or its answer names it.
    var isRenewable: Bool { get }
    /// A new address in place of one that is refused (400, 401, 403, 410), as signed ones are after their time; asked
    /// for at most three times without a new byte in between.
    ///
    /// What it throws ends the download, as ``TransferError/renewalFailed(_:)``.
    func renewedAddress() async throws -> WebAddress

    /// Whether an answer of JSON may name the file's address (`address(in:head:)`). The answer may also be a
    /// redirection, or the file itself.
    var mayNameAddress: Bool { get }
    /// The file's address in an answer of JSON, of which `opening` has all, up to 64 KiB; nil, or an error, for what is
    /// no such answer.
    func address(in opening: [UInt8], head: ResponseHead) throws(TransferError) -> WebAddress?

    /// Number of first bytes that `mayBegin` looks at, 512 at most; 0 when a file may begin with anything but a web
    /// page.
    var signatureLength: Int { get }
    /// Whether the file may begin with these bytes, fewer than `signatureLength` only if that is all of it; what may not
    /// is refused before any of it is kept.
    func mayBegin(with opening: [UInt8]) -> Bool

    /// What the bytes must hash to, given every head on the way to them, redirections first; nil if nobody says.
    func checksum(announcedBy heads: [ResponseHead]) -> Checksum?
    /// The error for an answer that is neither the file nor a redirection, of which `opening` has the first 64 KiB; nil
    /// for the usual one. `mask` knows every secret of this download: words of the server's own go through it.
    func refusal(in head: ResponseHead, opening: [UInt8], mask: SecretMask) -> TransferError?
}

extension DownloadSource {
    /// No token is sent.
    public var token: Secret? { nil }
    /// The address without its query.
    public var name: String { address.description }
    /// No secrets but the token.
    public var secrets: [Secret] { [] }
    /// `address` is always good for a new one.
    public var isRenewable: Bool { false }
    /// The address of the beginning.
    public func renewedAddress() async throws -> WebAddress { address }
    /// JSON is a file like another.
    public var mayNameAddress: Bool { false }
    /// No address is named.
    public func address(in opening: [UInt8], head: ResponseHead) throws(TransferError) -> WebAddress? { nil }
    /// A file may begin with anything but a web page.
    public var signatureLength: Int { 0 }
    /// A file may begin with anything but a web page.
    public func mayBegin(with opening: [UInt8]) -> Bool { true }
    /// Nobody says what the bytes hash to.
    public func checksum(announcedBy heads: [ResponseHead]) -> Checksum? { nil }
    /// The usual error.
    public func refusal(in head: ResponseHead, opening: [UInt8], mask: SecretMask) -> TransferError? { nil }
}
