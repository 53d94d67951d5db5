import TuneBytes
import TuneExamples
import TuneRecords

extension Example {
    /// What messages call the message at `place`: the prompt, the answer, or its number in the conversation.
    func title(ofMessageAt place: Int, in record: borrowing Record) -> String {
        if kind == .conversation {
            let number = number(ofMessageAt: place, in: record)
            return number == 0 ? "the system text" : "message \(number)"
        }
        return messages[place].role == .assistant ? "the answer" : "the prompt"
    }

    /// The message's number in its conversation, from 1; 0 for a system text that stands beside the list of
    /// messages.
    func number(ofMessageAt place: Int, in record: borrowing Record) -> Int {
        guard let first = messages.first, first.role == .system, let index = first.value else {
            return place + 1
        }
        let standsApart = record.text(record.key(of: index)).isEqual(to: Self.systemKey.span)
        return standsApart ? place : place + 1
    }

    private static let systemKey = Array("system".utf8)
}
