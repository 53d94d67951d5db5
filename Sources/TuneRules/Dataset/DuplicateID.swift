import TuneBytes
import TuneFindings

/// TP406: an id that stood before in a JSON object of records.
struct DuplicateID: DatasetRule {
    static let description = RuleDescription(
        code: "TP406", name: "duplicate-id", severity: .error, since: "0.1.0",
        summary: "a JSON object keyed by id holds the same id twice",
        why: "most readers keep one of the two records and lose the other without a word",
        accepted: [
            RuleExample(
                "data.json",
                #"""
                {
                  "1": {"prompt": "Why?", "completion": "Because"},
                  "2": {"prompt": "How?", "completion": "Like this"}
                }
                """#)
        ],
        rejected: [
            RuleExample(
                "data.json",
                #"""
                {
                  "1": {"prompt": "Why?", "completion": "Because"},
                  ▸"1": {"prompt": "How?", "completion": "Like this"}
                }
                """#)
        ])

    func judge(_ example: Fingerprint, _ earlier: EarlierMatches) -> Wording? {
        guard example.role == .training, let first = earlier.key else { return nil }
        return Wording("\(first.words) stands under the same id", help: "give one of the two another id")
    }
}
