import TuneBytes
import TuneFindings
import TuneRecords
import TuneText

/// TP023: a key that the object already has.
struct DuplicateKey: RecordRule {
    static let description = RuleDescription(
        code: "TP023", name: "duplicate-key", severity: .error, since: "0.1.0",
        summary: "an object has the same key twice",
        why: "most readers keep the last value, some the first, some refuse the file",
        accepted: [RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#)],
        rejected: [
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because",▸"prompt":"How?"}"#),
            RuleExample(
                "chat.jsonl",
                #"{"messages":[{"role":"user",▸"role":"assistant","content":"Hi"}]}"#),
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects where defect.kind == .duplicateKey {
            report.add(at: RecordRange(defect)) { wording(key(at: defect.offset, in: record)) }
        }
    }

    private func key(at offset: Int, in record: borrowing Record) -> String {
        for index in record.values.indices where record.keyStart(of: index) == offset {
            let key = record.key(of: index)
            if !key.isEmpty { return record.text(key).text }
        }
        return ""
    }

    private func wording(_ key: String) -> Wording {
        Wording(
            "the object has the key \(shown(key)) twice", why: Self.description.why,
            help: "remove or rename one of the two")
    }
}
