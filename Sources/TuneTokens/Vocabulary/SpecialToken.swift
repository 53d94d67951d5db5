/// A token that stands for no text, such as `<|eot_id|>`.
public struct SpecialToken: Hashable, Sendable {
    /// Its id.
    public var id: UInt32
    /// How it is written.
    public var spelling: String

    /// A special token.
    public init(id: UInt32, spelling: String) {
        self.id = id
        self.spelling = spelling
    }
}
