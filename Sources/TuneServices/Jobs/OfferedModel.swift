/// A base model the service offers. Its id is the service's own and may change: models are asked for by name.
public struct OfferedModel: Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// What the service says of it.
    public var about: String?

    /// Whether `word` names it: in any case, with or without an organization in front, or by its id.
    public func isNamed(_ word: String) -> Bool {
        if word.lowercased() == id.lowercased() { return true }
        return Self.bare(word) == Self.bare(name)
    }

    private static func bare(_ name: String) -> String? {
        name.split(separator: "/").last?.lowercased()
    }
}
