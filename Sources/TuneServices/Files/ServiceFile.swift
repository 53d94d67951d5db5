internal import TuneTransfer

/// A file at the service.
public struct ServiceFile: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String?
    /// Its size.
    public var bytes: Int?
    /// When it came, in the service's spelling.
    public var createdAt: String?
    /// The names of its columns; nil when the service does not say.
    public var columns: [String]?
    /// Where it can be fetched, for a while; its query is a credential.
    var downloadURL: Secret?

    /// What is here otherwise than it was sent; nil when all the service says agrees.
    public func difference(bytes sent: Int, columns names: [String]) -> FileDifference? {
        if let bytes, bytes != sent {
            return FileDifference(id: id, what: "bytes", sent: "\(sent)", stored: "\(bytes)")
        }
        if let columns, columns != names {
            return FileDifference(
                id: id, what: "columns", sent: names.joined(separator: ", "),
                stored: columns.joined(separator: ", "))
        }
        return nil
    }
}
