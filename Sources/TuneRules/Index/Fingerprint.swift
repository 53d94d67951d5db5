public import TuneBytes
public import TuneExamples
public import TuneRecords

/// An example as dataset rules know it: who it is, not what it says.
public struct Fingerprint: Sendable {
    /// The hash of all that comes before the last answer.
    public var prompt: Hash128
    /// The hash of the last answer.
    public var answer: Hash128
    /// False when the prompt is empty, so that equal prompts say nothing.
    public var hasPrompt: Bool
    /// The hash of the key of the record in its file; nil where records have none.
    public var key: Hash128?
    /// The record's number, counted from 1.
    public var record: Int
    /// What the file is for.
    public var role: FileRole

    /// A fingerprint of hashes that are known; `key` is nil where records have none, `record` counts from 1.
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

extension Fingerprint {
    /// The fingerprint of an example that was read from `record`; its record number is the one in the slice, from 1.
    public init(of example: borrowing Example, in record: borrowing Record, role: FileRole) {
        let last = example.messages.lastIndex { $0.role == .assistant } ?? example.messages.count
        var prompt = Hash128(high: 0, low: 0)
        var hasPrompt = false
        for index in 0..<last {
            let message = example.messages[index]
            if message.text.isEmpty { continue }
            hasPrompt = true
            let role = Hash128(high: UInt64(message.role.rawValue), low: 0)
            prompt = prompt.followed(by: role).followed(by: Hash128(record.text(message.text)))
        }
        let answer =
            last < example.messages.count
            ? Hash128(record.text(example.messages[last].text)) : Hash128(high: 0, low: 0)
        let key = record.memberKey.map { Hash128(record.text($0)) }
        self.init(
            prompt: prompt, answer: answer, hasPrompt: hasPrompt, key: key, record: record.index + 1,
            role: role)
    }
}
