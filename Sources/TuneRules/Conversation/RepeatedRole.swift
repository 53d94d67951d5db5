import TuneExamples
import TuneFindings
import TuneRecords

/// TP203: two messages of the user, or of the assistant, in a row.
struct RepeatedRole: ExampleRule {
    static let description = RuleDescription(
        code: "TP203", name: "repeated-role", severity: .warning, since: "0.1.0",
        summary: "two messages in a row come from the user, or from the assistant",
        why: "many chat templates want user and assistant to take turns, and refuse or garble the rest",
        accepted: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#)
        ],
        rejected: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"user","content":▸"There?"},"#
                    + #"{"role":"assistant","content":"Hello"}]}"#)
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        guard example.kind == .conversation, !example.isUnusable else { return }
        for place in example.messages.indices.dropFirst() {
            let role = example.messages[place].role
            guard role == example.messages[place - 1].role, role == .user || role == .assistant else {
                continue
            }
            report.add(at: .value(example.messages[place].value, of: record)) {
                wording(role, example.number(ofMessageAt: place, in: record))
            }
        }
    }

    private func wording(_ role: Role, _ number: Int) -> Wording {
        Wording(
            "messages \(number - 1) and \(number) both come from the \(role.word)",
            why: Self.description.why, help: "join them into one message, or add what was said between them")
    }
}
