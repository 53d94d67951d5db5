import TuneFindings
public import TuneRecords

/// TP605: a conversation of several turns for a format that takes one. Found while converting with `--turns
/// reject`.
struct SeveralTurns: Rule {
    static let description = RuleDescription(
        code: "TP605", name: "several-turns", severity: .error, since: "0.1.0",
        summary: "a conversation of several turns cannot be one prompt and one answer",
        why: "the earlier turns would be lost; found only while converting with `--turns reject`",
        accepted: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#)
        ],
        rejected: [])

    var kind: RuleKind { .conversion }
}

extension SliceReport {
    /// Reports that a conversation of several turns cannot be written as one prompt and one answer.
    public mutating func addSeveralTurns(of record: borrowing Record) {
        guard let id = RuleID(named: SeveralTurns.description.code) else { return }
        var found = Report()
        ask(id, about: record, in: &found) { report in
            report.add(at: .record(record)) {
                Wording(
                    "the conversation has several turns, the format takes one prompt and one answer",
                    help:
                        "`--turns all` puts the earlier turns into the prompt, `--turns last` leaves them out"
                )
            }
        }
    }
}
