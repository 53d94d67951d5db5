import TuneExamples
import TuneFindings
import TuneRecords
import TuneTokens

/// TP206: a role under another name.
struct RoleAlias: ExampleRule {
    static let description = RuleDescription(
        code: "TP206", name: "role-alias", severity: .advice, since: "0.1.0",
        summary: "a role goes by another name",
        why: "data sets have their own words for the roles; a service that expects its own refuses others",
        accepted: [
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#)
        ],
        rejected: [
            RuleExample(
                "chat.jsonl",
                #"{"conversations":[{"from":"user","value":"Hi"},{"from":▸"gpt","value":"Hello"}]}"#),
            RuleExample(
                "chat.json",
                #"[{"messages":[{"role":▸"User","content":"Hi"},{"role":"assistant","content":"Hello"}]}]"#),
        ])

    func check(
        _ example: borrowing Example, _ tokens: borrowing ExampleTokens, of record: borrowing Record,
        _ report: inout Report
    ) {
        for place in example.defects.indices {
            guard case .roleAlias(let word, let role) = example.defects[place].kind else { continue }
            let kind = example.defects[place].kind
            if example.defects[..<place].contains(where: { $0.kind == kind }) { continue }
            report.add(at: .value(example.defects[place].value, of: record), of: record) {
                wording(word, role, example.defects.count { $0.kind == kind })
            }
        }
    }

    private func wording(_ word: String, _ role: String, _ count: Int) -> Wording {
        Wording(
            "the role \(shown(word)) of \(counted(count, "message")) is read as `\(role)`",
            help: "`tuneprep convert` writes the roles under their usual names")
    }
}
