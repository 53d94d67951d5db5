import TuneBytes
import TuneExamples
import TuneRecords
import TuneRules
import TuneTokens

extension ChatCounter {
    /// Counts an example of `record` message by message, and adds what was counted to `tally`.
    mutating func count(
        _ example: borrowing Example, of record: borrowing Record, into tokens: inout ExampleTokens,
        tally: inout TokenTally
    ) {
        begin()
        for index in example.messages.indices {
            let message = example.messages[index]
            let text = record.text(message.text)
            add(message.role.inTemplates, text)
            tally.bytes += text.count
            tally.nonASCIIBytes += text.nonASCIICount()
        }
        end()
        tokens.messages = messages
        tally.add(example, tokens)
    }
}

extension Role {
    /// The role by which chat templates know this one: what tools answer is said to the model, as by a user.
    fileprivate var inTemplates: ChatRole {
        switch self {
        case .system: .system
        case .user, .tool: .user
        case .assistant: .assistant
        }
    }
}
