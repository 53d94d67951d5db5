public import TuneBytes
import TuneFindings
import TuneModels
public import TunePipeline

extension VerifyResult {
    /// The version of the report's form.
    private static let schema = "tuneprep.verify/1"

    /// The report as one JSON object, the findings kept listed in it.
    public func json(in rendering: Rendering) -> [JSON] { [json(listing: findings.kept, in: rendering)] }

    /// One JSON object per finding and line, then one for the run without them.
    public func jsonLines(in rendering: Rendering) -> [JSON] {
        findings.kept.map(\.json) + [json(listing: [], in: rendering)]
    }

    /// The report, these findings listed in it.
    func json(listing listed: [Finding], in rendering: Rendering) -> JSON {
        .object([
            ("schema", .text(Self.schema)),
            ("version", .text(Tuneprep.version)),
            ("status", .text(rendering.isFailed(by: findings) ? "failed" : "passed")),
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
            ("findings", .array(listed.map(\.json))),
        ])
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
