/// A token that no text becomes, such as `<|eot_id|>`.
public struct SpecialToken: Hashable, Sendable {
    /// The id the model knows it by.
    public var id: UInt32
    /// How it is written.
    public var spelling: String

    /// The special token with this id, written in this way.
    public init(id: UInt32, spelling: String) {
        self.id = id
        self.spelling = spelling
    }
}
