import TuneExamples
import TuneFindings
import TuneRecords

/// TP205: a conversation whose last message is not the assistant's.
struct EndsWithUser: ExampleRule {
    static let description = RuleDescription(
        code: "TP205", name: "ends-with-user", severity: .warning, since: "0.1.0",
        summary: "the last message does not come from the assistant",
        why: "nothing behind the assistant's last message is learned; its tokens are paid for all the same",
        accepted: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#)
        ],
        rejected: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"},"#
                    + #"{"role":"user","content":▸"Thanks"}]}"#)
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        guard example.kind == .conversation, !example.isUnusable, example.answer != nil,
            let last = example.messages.last, last.role != .assistant
        else { return }
        report.add(at: .value(last.value, of: record)) {
            wording(example.number(ofMessageAt: example.messages.count - 1, in: record), last.role)
        }
    }

    private func wording(_ number: Int, _ role: Role) -> Wording {
        Wording(
            "message \(number), the last one, has the role \(role.word): nothing is learned from it",
            why: Self.description.why, help: "remove it, or add the assistant's answer to it")
    }
}
