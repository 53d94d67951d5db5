public import TuneBytes
public import TuneFindings
import TuneText

/// What a split came to.
public struct SplitResult: Sendable {
    /// Where every row went.
    public struct Ledger: Sendable, Equatable {
        /// Records read.
        public var recordsIn = 0
        /// Rows of the training file.
        public var training = 0
        /// Rows of the validation file.
        public var validation = 0
        /// Rows that could not be read.
        public var rejected = 0
        /// Faults that belong to no record, such as a JSON array that is never closed: more may be missing.
        public var faultsOutsideRecords = 0

        /// True when nothing was rejected and no fault stands outside the records.
        public var isWhole: Bool { rejected == 0 && faultsOutsideRecords == 0 }

        /// True when every record is accounted for.
        public var isClosed: Bool { recordsIn == training + validation + rejected }
    }

    /// The training file.
    public var training: String
    /// The validation file.
    public var validation: String
    /// Where the rows are that could not be read; nil when there were none.
    public var rejects: String?
    /// Where every row went.
    public var ledger: Ledger
    /// The validation rows that were wished for.
    public var wished: Int
    /// Classes of one row, which went to training.
    public var loneClasses: Int
    /// Validation rows that also stand in training; nil when they were not counted.
    public var leak: LeakCount?
    /// The most bytes that counting them takes.
    public var leakBytes: Int
    /// The bytes it was allowed; nil for as many as it takes.
    public var maxMemory: Int?
    /// True when rows were kept together by a column.
    public var isGrouped: Bool
    /// What is wrong with the first rows that could not be read.
    public var findings: [Finding]

    /// The lines for people.
    public var text: String {
        var lines = [
            "wrote    \(training): \(plural(ledger.training, "row"))",
            "wrote    \(validation): \(plural(ledger.validation, "row"))",
            "rows     \(ledger.recordsIn.grouped) in = \(ledger.training.grouped) training"
                + " + \(ledger.validation.grouped) validation + \(ledger.rejected.grouped) rejected",
        ]
        if let rejects { lines.append("rejects  \(rejects): the rows that could not be read") }
        if ledger.validation != wished {
            lines.append(
                "note     \(plural(wished, "validation row")) wished for; \(isGrouped ? "groups stay whole" : "each side keeps a row, and classes their shares")"
            )
        }
        if loneClasses > 0 {
            lines.append(
                "note     \(loneClasses == 1 ? "a class" : "\(loneClasses.grouped) classes") of one row went to training"
            )
        }
        if let line = leakLine { lines.append("leak     \(line)") }
        lines.append("next     `tuneprep check \(training) --validation \(validation)`")
        return lines.joined(separator: "\n") + "\n"
    }

    private var leakLine: String? {
        if let maxMemory, leakBytes > maxMemory {
            return "not counted: `--max-memory \(ByteSize.exact(maxMemory))` is too little for these rows,"
                + " `--max-memory \(ByteSize.wholeMebibytes(leakBytes))` is enough"
        }
        guard let leak, leak.wholes + leak.prompts > 0 else { return nil }
        return "\(plural(leak.wholes, "validation row")) in training word for word, \(leak.prompts.grouped)"
            + " with another answer; keep equal prompts together: `--group COLUMN`"
    }

    /// The result as one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.split/1")), ("version", .text(Tuneprep.version)),
            ("training", .text(training)), ("validation", .text(validation)), ("rejects", .text(rejects)),
            ("generator", .text(SplitPlan.generator)),
            (
                "ledger",
                .object([
                    ("records_in", .number(ledger.recordsIn)), ("training", .number(ledger.training)),
                    ("validation", .number(ledger.validation)), ("rejected", .number(ledger.rejected)),
                ])
            ),
            ("wished", .number(wished)),
            (
                "leaked",
                .object([("examples", .number(leak?.wholes)), ("prompts", .number(leak?.prompts))])
            ),
        ])
    }
}
