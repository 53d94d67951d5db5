package import TuneBytes

extension ConvertLedger {
    /// The ledger as a JSON object, for reports and manifests.
    package var json: JSON {
        func list(_ counts: [(code: String, count: Int)]) -> JSON {
            .array(counts.map { .object([("code", .text($0.code)), ("count", .number($0.count))]) })
        }
        return .object([
            ("records_in", .number(recordsIn)), ("written", .number(written)),
            ("rejected", .number(rejectedCount)),
            ("dropped", .number(droppedCount)), ("rejected_by_rule", list(rejectedByRule)),
            ("dropped_by_rule", list(droppedByRule)),
            (
                "not_carried",
                .object(notCarried.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) })
            ),
        ])
    }
}
