internal import TuneBytes
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

    /// Reads a file; nil without an id.
    init?(_ answer: JSON) {
        let value = answer["file"].flatMap { $0.members.isEmpty ? nil : $0 } ?? answer
        guard let id = value["id"]?.spelling else { return nil }
        self.id = id
        name = value["name", "filename"]?.spelling
        bytes = value["bytes", "size"]?.wholeNumber
        createdAt = value["created_at"]?.spelling
        columns = value["columns"].map { $0.elements.compactMap { $0["name"]?.spelling ?? $0.spelling } }
        downloadURL = value["download_url"]?.spelling.map { Secret($0) }
    }

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
