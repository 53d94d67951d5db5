/// A named part of a record: the field under a header, or the member of that name.
public struct Column: Sendable, Equatable {
    /// The name as the file spells it.
    public let name: String
    /// The field's position from 0 in CSV; nil for JSON.
    public let position: Int?
    let key: [UInt8]

    /// The column `name`; `position` for CSV.
    public init(name: String, position: Int?) {
        self.name = name
        self.position = position
        key = Array(name.utf8)
    }
}
