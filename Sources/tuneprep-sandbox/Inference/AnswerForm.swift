/// How an answer is written, whole and in chunks.
protocol AnswerForm: Sendable {
    func whole(_ reply: ChatReply) -> JSON
    /// What the chunks of one choice carry, in order; the last says why it ends.
    func chunks(_ reply: ChatReply, choice: Int) -> [JSON]
    /// A chunk around choices.
    func chunk(_ choices: [JSON], usage: JSON?) -> JSON
}
