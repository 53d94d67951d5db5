import TuneExamples
import TuneFindings
import TuneRecords
import TuneText

/// TP202: a role that no table knows.
struct UnknownRole: ExampleRule {
    static let description = RuleDescription(
        code: "TP202", name: "unknown-role", severity: .error, since: "0.1.0",
        summary: "a message has a role that is not known",
        why: "nobody can tell whether its text is a prompt or an answer; services refuse the file",
        accepted: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#)
        ],
        rejected: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":▸"asistant","content":"Hello"}]}"#),
            RuleExample(
                "chat.json",
                #"[{"conversations":[{"from":▸"narrator","value":"Hi"},{"from":"gpt","value":"Hello"}]}]"#),
        ])

    func check(_ example: borrowing Example, of record: borrowing Record, _ report: inout Report) {
        for defect in example.defects {
            guard case .unknownRole(let word) = defect.kind else { continue }
            report.add(at: .value(defect.value, of: record)) { wording(word) }
        }
    }

    private func wording(_ word: String) -> Wording {
        let near = NearMisses.of(word, in: Role.knownWords)
        return Wording(
            "the role \(shown(word)) is not known",
            help: near.isEmpty
                ? "use `system`, `user`, `assistant` or `tool`"
                : "write \(near.map { "`\($0)`" }.joined(separator: " or "))")
    }
}
