/// A file at an address, without anything special about it.
public struct PlainAddress: DownloadSource {
    /// Where the file is.
    public let address: WebAddress
    /// What the file is, wherever it moves.
    public let name: String
    /// Sent to the origin of `address`, and nowhere else.
    public let token: Secret?

    /// The file at `address`; a part of another address is continued when it has the same `name`, which is the address
    /// without its query unless it is given.
    public init(_ address: WebAddress, name: String? = nil, token: Secret? = nil) {
        self.address = address
        self.name = name ?? address.description
        self.token = token
    }
}
