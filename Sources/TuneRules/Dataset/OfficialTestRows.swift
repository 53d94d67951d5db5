import TuneFindings
import TuneText

/// TP405: rows of PubMedQA's official test set in a training file.
struct OfficialTestRows: FileRule {
    static let description = RuleDescription(
        code: "TP405", name: "official-test-rows", severity: .error, since: "0.1.0",
        summary: "the training file holds rows of PubMedQA's official test set",
        why: "a model trained on them cannot be compared with published results",
        accepted: [RuleExample("pubmedqa.json", dataset(identity: "19156007"))],
        rejected: [RuleExample("pubmedqa.json", dataset(identity: "12377809"))])

    private static func dataset(identity: String) -> String {
        """
        {
          "\(identity)": {
            "QUESTION": "Does it help?",
            "CONTEXTS": ["It was tried."],
            "LONG_ANSWER": "It helps.",
            "final_decision": "yes"
          }
        }
        """
    }

    func check(_ file: FileFacts, _ report: inout FileReport) {
        guard file.role == .training, file.officialTestRows > 0 else { return }
        let count = file.officialTestRows
        report.add(
            Wording(
                "\(plural(count, "example")) \(count == 1 ? "belongs" : "belong") to PubMedQA's official test set",
                why: Self.description.why, help: "`\(CommandToCSV.text(for: file, with: "--split official"))`"
            ))
    }
}
