/// A piece of a line, with the point that matters.
public struct Excerpt: Sendable, Equatable {
    /// The text before the point, on the same line.
    public var before: String
    /// The text from the point on, as far as it is on the line.
    public var after: String
    /// True when the line begins earlier than `before`.
    public var isCutBefore: Bool
    /// True when the line continues after `after`.
    public var isCutAfter: Bool
    /// What is said beside the caret.
    public var note: String?

    /// The texts on both sides of the point; `note` is said beside the caret.
    public init(before: String, after: String, isCutBefore: Bool, isCutAfter: Bool, note: String? = nil) {
        self.before = before
        self.after = after
        self.isCutBefore = isCutBefore
        self.isCutAfter = isCutAfter
        self.note = note
    }
}
