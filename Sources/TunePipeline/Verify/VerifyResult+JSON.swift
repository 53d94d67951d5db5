public import TuneBytes
public import TuneFindings
import TuneModels

extension VerifyResult {
    /// The version of the report's form.
    static let schema = "tuneprep.verify/1"

    /// The report as one JSON object; `failsAt` nil never fails.
    public func json(failsAt: Severity?) -> JSON {
        .object([
            ("schema", .text(Self.schema)),
            ("version", .text(Tuneprep.version)),
            ("status", .text(failsAt.map(findings.reaches) == true ? "failed" : "passed")),
            ("path", .text(folder)),
            ("model", model),
            ("files", .array(report.files.map(\.json))),
            (
                "total",
                .object([
                    ("files", .number(report.files.count)), ("bytes", .number(report.bytes)),
                    ("tensors", .number(report.tensors)), ("parameters", .number(report.parameters)),
                    ("types", .array(report.types.map(\.json))),
                ])
            ),
            ("rules", .array(findings.ruleCounts)),
            ("findings", .array(findings.kept.map(\.json))),
        ])
    }

    /// One JSON object per finding and line, then one for the run without them.
    public func jsonLines(failsAt: Severity?) -> String {
        let lines =
            findings.kept.map { $0.json.rendered(.line) }
            + [withoutFindings.json(failsAt: failsAt).rendered(.line)]
        return lines.joined(separator: "\n") + "\n"
    }

    private var model: JSON {
        .object([
            ("kind", .text(report.kind.rawValue)), ("folder", .text(report.root)),
            ("model_type", .text(report.configuration?.modelType)),
            ("layers", .number(report.configuration?.layers)),
            ("base_model", .text(report.adapter?.baseModel)), ("rank", .number(report.adapter?.rank)),
            ("alpha", .decimal(report.adapter?.alpha.flatMap { $0.isFinite ? "\($0)" : nil })),
            ("tokenizer", .boolean(report.hasTokenizer)),
            ("chat_template", .boolean(report.hasChatTemplate)),
            ("weights_read", .boolean(report.hasSeenWeights)),
            ("compared_with_job", report.comparedWithJob.map { .array($0.map { .text($0) }) } ?? .null),
        ])
    }
}

extension ModelFile {
    fileprivate var json: JSON {
        .object([
            ("path", .text(path)), ("bytes", .number(size)), ("tensors", .number(tensors)),
            ("parameters", .number(parameters)),
            ("types", types.map { .array($0.map(\.json)) } ?? .null),
        ])
    }
}

extension TypeTally {
    fileprivate var json: JSON {
        .object([
            ("type", .text(type.rawValue)), ("tensors", .number(tensors)),
            ("parameters", .number(parameters)), ("bytes", .number(bytes)),
        ])
    }
}
