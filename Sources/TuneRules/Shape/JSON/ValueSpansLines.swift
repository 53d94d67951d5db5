import TuneFindings
import TuneRecords

/// TP028: an object that goes on in the next line of a JSON Lines file.
struct ValueSpansLines: RecordRule {
    static let description = RuleDescription(
        code: "TP028", name: "value-spans-lines", severity: .error, since: "0.1.0",
        summary: "an object of a JSON Lines file goes on in the next line",
        why: "JSON Lines wants one object per line; readers refuse each of the lines",
        accepted: [
            RuleExample("train.jsonl", #"{"prompt":"Why?","completion":"Because"}"#),
            RuleExample(
                "train.json",
                """
                [
                  {
                    "prompt": "Why?",
                    "completion": "Because"
                  }
                ]
                """),
        ],
        rejected: [
            RuleExample(
                "train.jsonl",
                """
                {"prompt":"Why?","completion":"Because"}
                {▸
                  "prompt": "How?",
                  "completion": "So"
                }
                """)
        ])

    func check(_ record: borrowing Record, _ report: inout Report) {
        for defect in record.defects where defect.kind == .valueSpansLines {
            report.add(at: RecordRange(defect)) {
                Wording(
                    "the object goes on in the next line; the lines up to the next object were taken along",
                    help: "put each object on one line: `jq -c . FILE > LINES.jsonl`;"
                        + " if the file is one JSON document, add `--read-as json`")
            }
        }
    }
}
