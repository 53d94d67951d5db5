public import TuneBytes

/// An example as dataset rules know it: who it is, not what it says.
public struct Fingerprint: Sendable {
    /// The hash of all that comes before the last answer.
    public var prompt: Hash128
    /// The hash of the last answer.
    public var answer: Hash128
    /// False when the prompt is empty, so that equal prompts say nothing.
    public var hasPrompt: Bool
    /// The hash of the key under which the record stands in its file; nil where records have none.
    public var key: Hash128?
    /// The record, counted from 1 in its file.
    public var record: Int
    /// What the file is for.
    public var role: FileRole

    /// A fingerprint.
    public init(prompt: Hash128, answer: Hash128, hasPrompt: Bool, key: Hash128?, record: Int, role: FileRole)
    {
        self.prompt = prompt
        self.answer = answer
        self.hasPrompt = hasPrompt
        self.key = key
        self.record = record
        self.role = role
    }

    /// The hash of the whole example.
    public var whole: Hash128 { prompt.followed(by: answer) }
}
