import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP201: a conversation in which the assistant says nothing.
struct MissingAssistantTurn: ExampleRule {
    static let description = RuleDescription(
        code: "TP201", name: "missing-assistant-turn", severity: .error, since: "0.1.0",
        summary: "no message of the conversation comes from the assistant",
        why: "only what the assistant says is learned; services refuse the file",
        accepted: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#)
        ],
        rejected: [
            RuleExample("chat.jsonl", #"▸{"messages":[{"role":"user","content":"Hi"}]}"#),
            RuleExample("chat.json", #"[▸{"conversations":[]}]"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        guard example.kind == .conversation, !example.isUnusable, example.answer == nil else { return }
        report.add(at: .record(record)) { wording(example.messages.count) }
    }

    private func wording(_ count: Int) -> Wording {
        let message =
            switch count {
            case 0: "the conversation has no messages"
            case 1: "the only message does not come from the assistant"
            default: "none of the \(count.grouped) messages comes from the assistant"
            }
        return Wording(
            message,
            help: "add the assistant's message, or leave the record out: `tuneprep convert … --drop TP201`")
    }
}
