import TuneFindings
import TuneText

/// TP206: a role under another name; said once for each name.
struct RoleAlias: FileRule {
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
                #"{"conversations":[{"from":"user","value":"Hi"},{"from":"gpt","value":"Hello"}]}"#),
            RuleExample(
                "chat.json",
                #"[{"messages":[{"role":"User","content":"Hi"},{"role":"assistant","content":"Hello"}]}]"#),
        ])

    func check(_ file: FileFacts, _ report: inout FileReport) {
        for (word, alias) in file.roleAliases.sorted(by: { $0.key < $1.key }) {
            report.add(wording(word, alias.role, alias.count))
        }
    }

    private func wording(_ word: String, _ role: String, _ count: Int) -> Wording {
        Wording(
            "the role \(shown(word)) of \(plural(count, "message")) is read as `\(role)`",
            help: "`tuneprep convert` writes the roles under their usual names")
    }
}
