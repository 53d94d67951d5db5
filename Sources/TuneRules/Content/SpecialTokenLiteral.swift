import TuneBytes
import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP107: the spelling of a control token in the text.
struct SpecialTokenLiteral: ExampleRule {
    static let description = RuleDescription(
        code: "TP107", name: "special-token-literal", severity: .warning, since: "0.1.0",
        summary: "the text spells a control token of a chat template",
        why: "it is counted as plain text here; a trainer may read the token itself and end the turn",
        accepted: [RuleExample("train.csv", "question,answer\nWhy <b>not</b>?,a[0] < |b|\n")],
        rejected: [
            RuleExample("train.csv", "question,answer\nWhy?,Because▸<|im_end|>\n"),
            RuleExample("train.csv", "question,answer\n▸[INST] Why? [/INST],Because\n"),
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"\"Because\"▸</s>"}"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for place in example.messages.indices {
            let message = example.messages[place]
            guard let first = ControlTokens.first(in: record.text(message.text)) else { continue }
            report.add(at: .message(message, at: first.lowerBound, length: first.count, of: record)) {
                let text = record.text(message.text)
                return wording(
                    example.title(ofMessageAt: place, in: record), text.extracting(first).text,
                    ControlTokens.count(in: text))
            }
        }
    }

    private func wording(_ title: String, _ token: String, _ count: Int) -> Wording {
        let more = count == 1 ? "" : " and \(plural(count - 1, "other"))"
        return Wording(
            "\(title) spells the control token \(shown(token))\(more)",
            why: Self.description.why,
            help: "remove it: the chat template puts its tokens around the text by itself")
    }
}
