/// What a rule says of something it found.
public struct Wording: Sendable {
    /// What was found, with the user's words and numbers: lower case, no full stop.
    public var message: String
    /// The harm, where it is not obvious.
    public var why: String?
    /// A command or an edit that mends it.
    public var help: String?
    /// What is said beside the caret.
    public var note: String?

    /// What is said: `why` where the harm is not obvious, `help` where something mends it, `note` beside the caret.
    public init(_ message: String, why: String? = nil, help: String? = nil, note: String? = nil) {
        self.message = message
        self.why = why
        self.help = help
        self.note = note
    }
}
