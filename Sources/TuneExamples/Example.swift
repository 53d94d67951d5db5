public import TuneRecords

/// One training example, lent: what is said by whom, as ranges of the record's bytes.
///
/// A prompt–answer pair is a user message and an assistant message; without a prompt column there is only the
/// answer.
public struct Example: Sendable {
    /// What a layout makes of a record.
    public enum Kind: Sendable { case promptAnswer, conversation }

    /// Whether it is a pair or a conversation.
    public var kind = Kind.promptAnswer
    /// The messages in order.
    public var messages: [Message] = []
    /// What keeps the record from being an example, and what had to be read with indulgence.
    public var defects: [ExampleDefect] = []
    /// The keys of the record and its messages that an example cannot carry, such as `tools` or `weight`; noted only for
    /// layouts that were asked to.
    public var notCarried: [String] = []
    /// The record's own name, such as a PubMed id; nil when it has none.
    public var identity: TextRange?
    /// The class the record belongs to, such as a decision; nil when the layout knows none.
    public var stratum: TextRange?

    /// An empty example, to be filled by a layout again and again.
    public init() {}

    /// One thing said.
    public struct Message: Sendable {
        /// Who says it.
        public var role: Role
        /// What is said.
        public var text: TextRange
        /// The value of the record the text comes from; nil for text joined from several.
        public var value: Int?

        /// What `role` says: `text` is a range of the record at hand, `value` the index of the value it comes from, nil for
        /// text joined from several.
        public init(role: Role, text: TextRange, value: Int?) {
            self.role = role
            self.text = text
            self.value = value
        }
    }

    /// The message that is learned last: the last one of the assistant. nil when the assistant says nothing.
    public var answer: Message? { messages.last { $0.role == .assistant } }

    /// The first message of the user, which for a pair is the prompt.
    public var prompt: Message? { messages.first { $0.role == .user } }

    /// True when the record cannot be used as an example.
    public var isUnusable: Bool { defects.contains { $0.isFatal } }

    /// Forgets the last record.
    public mutating func reset() {
        messages.removeAll(keepingCapacity: true)
        defects.removeAll(keepingCapacity: true)
        notCarried.removeAll(keepingCapacity: true)
        identity = nil
        stratum = nil
    }

    /// Adds a defect of the value at index `value`, nil for the record as a whole.
    public mutating func add(_ kind: ExampleDefect.Kind, at value: Int?) {
        defects.append(ExampleDefect(kind: kind, value: value))
    }
}
