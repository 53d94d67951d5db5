public import TuneBytes
public import TuneFindings
public import TunePipeline
import TuneText

extension SplitResult: Reported {
    /// What is wrong with the first rows that could not be read.
    public var findingsShown: [Finding] { findings }

    /// What was written, where every row went, what stands on both sides, and the next step.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        var lines = [
            ReportLine("wrote", "\(training): \(plural(ledger.training, "row"))"),
            ReportLine("wrote", "\(validation): \(plural(ledger.validation, "row"))"),
            ReportLine(
                "rows",
                "\(ledger.recordsIn.grouped) in = \(ledger.training.grouped) training"
                    + " + \(ledger.validation.grouped) validation + \(ledger.rejected.grouped) rejected"),
        ]
        if let rejects { lines.append(ReportLine("rejects", "\(rejects): the rows that could not be read")) }
        if ledger.validation != wished {
            let reason = isGrouped ? "groups stay whole" : "each side keeps a row, and classes their shares"
            lines.append(ReportLine("note", "\(plural(wished, "validation row")) wished for; \(reason)"))
        }
        if loneClasses > 0 {
            let classes = loneClasses == 1 ? "a class" : "\(loneClasses.grouped) classes"
            lines.append(ReportLine("note", "\(classes) of one row went to training"))
        }
        if let describedLeak { lines.append(ReportLine("leak", describedLeak)) }
        lines.append(ReportLine("next", "`tuneprep check \(training) --validation \(validation)`"))
        return lines
    }

    private var describedLeak: String? {
        if let maxMemory, leakBytes > maxMemory {
            return "not counted: `--max-memory \(ByteSize.exact(maxMemory))` is too little for these rows,"
                + " `--max-memory \(ByteSize.wholeMebibytes(leakBytes))` is enough"
        }
        guard let leak, leak.wholes + leak.prompts > 0 else { return nil }
        return "\(plural(leak.wholes, "validation row")) in training word for word, \(leak.prompts.grouped)"
            + " with another answer; keep equal prompts together: `--group COLUMN`"
    }

    /// The result as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.split/1")), ("version", .text(Tuneprep.version)),
            ("training", .text(training)), ("validation", .text(validation)), ("rejects", .text(rejects)),
            ("generator", .text(SplitPlan.generator)), ("ledger", ledger.json), ("wished", .number(wished)),
            ("leaked", .object([("examples", .number(leak?.wholes)), ("prompts", .number(leak?.prompts))])),
        ])
        return [document]
    }
}

extension SplitLedger {
    fileprivate var json: JSON {
        .object([
            ("records_in", .number(recordsIn)), ("training", .number(training)),
            ("validation", .number(validation)), ("rejected", .number(rejected)),
        ])
    }
}
