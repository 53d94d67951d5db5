/// What a family puts around the messages of a conversation before it becomes tokens.
///
/// A template is data: control tokens, of which each is one token, and pieces of plain text.
public struct ChatTemplate: Hashable, Sendable {
    /// A part of what surrounds a message.
    public enum Part: Hashable, Sendable {
        /// A control token, which is one token.
        case control
        /// Plain text, tokenized together with the text beside it.
        case text(String)
    }

    /// What a template puts before and after a message.
    public struct Frame: Hashable, Sendable {
        /// The parts before it.
        public var before: [Part]
        /// The parts after it.
        public var after: [Part]
    }

    /// When a message's text and the template's are the same tokens side by side as one by one.
    public enum Isolation: Hashable, Sendable {
        /// Always: control tokens or line ends are between them, and messages are trimmed.
        case always
        /// Unless the message begins with white space, which joins the line end before it.
        case unlessSpaceLeads
        /// Never to be relied on: the text between two control tokens is counted as one text.
        case never
    }

    /// The template's name, as ``named(_:)`` finds it.
    public var name: String
    /// What comes before the first message.
    public var opening: [Part]
    /// What follows the opening when the first message is not the system's.
    public var absentSystem: [Part]
    /// What surrounds a system message that comes first.
    public var firstSystem: Frame
    /// What surrounds other messages, by `ChatRole.rawValue`.
    public var frames: [Frame]
    /// What surrounds a user's message after a system message that came first.
    public var userAfterSystem: Frame
    /// True when white space around a message is left out.
    public var trims: Bool
    /// How messages and template go together.
    public var isolation: Isolation
    /// Where the template was read.
    public var source: String
    /// The day it was read, as year-month-day.
    public var date: String

    /// The template of that name.
    public static func named(_ name: String) -> ChatTemplate? {
        all.first { $0.name == name.lowercased() }
    }
}
