public import TuneBytes
public import TuneFindings
public import TunePipeline
import TuneText

extension ConvertResult: Reported {
    /// The errors of rejected rows.
    public var findingsShown: [Finding] { findings.kept.filter { $0.severity == .error } }

    /// What was read and written, where every row went, and the next step.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        var lines = layouts.map { ReportLine("read", "\($0.path): layout \($0.layout)") }
        lines += written.map(\.line)
        lines.append(ledger.line)
        if let rejectsPath {
            lines.append(ReportLine("rejects", "\(rejectsPath): the rejected rows, each with its reason"))
        }
        if let lost = ledger.describedLosses { lines.append(ReportLine("note", "not carried: \(lost)")) }
        if let noted = warnings.countsByRule {
            lines.append(ReportLine("note", "written all the same: \(noted)"))
        }
        if let first = written.first, first.path != "-" {
            let validation = validationPath.map { " --validation \($0)" } ?? ""
            lines.append(ReportLine("next", "`tuneprep check \(first.path)\(validation)`"))
        }
        return lines
    }

    /// The result as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.convert/1")), ("version", .text(Tuneprep.version)),
            ("files", .array(written.map(\.json))), ("rejects", .text(rejectsPath)),
            ("ledger", ledger.json), ("findings", .array(findings.kept.map(\.json))),
        ])
        return [document]
    }
}

extension ConvertResult.Written {
    fileprivate var line: ReportLine {
        let about = isExact ? "" : "about "
        return ReportLine(
            "wrote",
            "\(path): \(plural(rows, "row")), \(bytes.grouped) bytes, \(about)\(tokens.grouped) tokens")
    }

    fileprivate var json: JSON {
        .object([
            ("path", .text(path)), ("rows", .number(rows)), ("bytes", .number(bytes)),
            ("tokens", .number(tokens)),
        ])
    }
}
