public import TuneBytes
import TuneText

/// What a conversion came to.
public struct ConvertResult: Sendable {
    /// A file that was written.
    public struct Written: Sendable {
        /// Its path.
        public var path: String
        /// Its rows.
        public var rows: Int
        /// Its bytes.
        public var bytes: Int
        /// Its tokens.
        public var tokens: Int
        /// True when a vocabulary counted them.
        public var isExact: Bool
    }

    /// The files, training first.
    public var written: [Written]
    /// Where the rejected rows are; nil when there were none.
    public var rejectsPath: String?
    /// Where every row went.
    public var ledger: ConvertLedger
    /// The errors of rejected rows, and those that belong to no row.
    public var findings: FindingTally
    /// What was found in rows that were written all the same; counts only.
    public var warnings: FindingTally
    /// The layout each source was read by.
    public var layouts: [(path: String, layout: String)]

    /// The validation file, if one was written.
    public var validationPath: String?

    /// The closing lines for people.
    public var text: String {
        var lines = layouts.map { "read     \($0.path): layout \($0.layout)" }
        lines += written.map {
            "wrote    \($0.path): \(plural($0.rows, "row")), \($0.bytes.grouped) bytes, \($0.isExact ? "" : "about ")\($0.tokens.grouped) tokens"
        }
        lines.append(ledger.line)
        if let rejectsPath {
            lines.append("rejects  \(rejectsPath): the rejected rows, each with its reason")
        }
        if let lost = ledger.notCarriedLine { lines.append("note     not carried: \(lost)") }
        if let noted = warnings.countsByRule { lines.append("note     written all the same: \(noted)") }
        if let first = written.first, first.path != "-" {
            let validation = validationPath.map { " --validation \($0)" } ?? ""
            lines.append("next     `tuneprep check \(first.path)\(validation)`")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The result as one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.convert/1")), ("version", .text(Tuneprep.version)),
            (
                "files",
                .array(
                    written.map {
                        .object([
                            ("path", .text($0.path)), ("rows", .number($0.rows)),
                            ("bytes", .number($0.bytes)),
                            ("tokens", .number($0.tokens)),
                        ])
                    })
            ),
            ("rejects", .text(rejectsPath)),
            ("ledger", ledger.json),
            ("findings", .array(findings.kept.map(\.json))),
        ])
    }
}

extension ConvertLedger {
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
