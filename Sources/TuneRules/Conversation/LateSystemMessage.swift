import TuneExamples
import TuneFindings
import TuneRecords

/// TP204: a system message after the conversation has begun.
struct LateSystemMessage: ExampleRule {
    static let description = RuleDescription(
        code: "TP204", name: "late-system-message", severity: .warning, since: "0.1.0",
        summary: "a system message stands behind another message",
        why: "most chat templates take a system message at the beginning only; later it is refused or lost",
        accepted: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"system","content":"Be brief"},{"role":"user","content":"Hi"},"#
                    + #"{"role":"assistant","content":"Hello"}]}"#)
        ],
        rejected: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"system","content":▸"Be brief"},"#
                    + #"{"role":"assistant","content":"Hello"}]}"#)
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        guard example.kind == .conversation, !example.isUnusable else { return }
        var hasBegun = false
        for place in example.messages.indices {
            guard example.messages[place].role == .system else {
                hasBegun = true
                continue
            }
            guard hasBegun else { continue }
            report.add(at: .value(example.messages[place].value, of: record)) {
                wording(example.number(ofMessageAt: place, in: record))
            }
        }
    }

    private func wording(_ number: Int) -> Wording {
        Wording(
            "message \(number) is a system message; the conversation has begun before it",
            why: Self.description.why, help: "move its text to the beginning, or into the user's message")
    }
}
