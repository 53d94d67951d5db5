public import TuneBytes
public import TuneDelivery
import TuneFindings
import TunePipeline
import TuneRecords
public import TuneReport
import TuneRules
import TuneServices
import TuneText
import TuneTransfer

extension UploadResult: Reported {
    /// What is where, and the next step.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        var lines = zip(plan.files, files).map { sent, file in
            let manifest = sent.hasManifest ? ", as its manifest says" : ""
            return ReportLine(
                "file",
                "\(sent.path) is \(file.id): \(sent.contents.size.grouped) bytes,"
                    + " SHA-256 \(sent.contents.sha256)\(manifest)")
        }
        lines.append(ReportLine("dataset", "\(dataset.id), named \(plan.name)"))
        lines.append(ReportLine("check", plan.check.findings.summary))
        lines.append(ReportLine("next", "`\(quoteCommand)`"))
        return lines.map { .plain(DisplayText.visible($0.text)) }
    }

    /// The data set's id.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] { [.plain(dataset.id)] }

    /// The command that asks what a job on the data set would cost.
    private var quoteCommand: String {
        let columns = plan.check.files.first?.facts.columnsRead.map(\.name) ?? []
        let answer = ShellWord.quoted(columns.last ?? "answer")
        let prompt = columns.count > 1 ? " --prompt \(ShellWord.quoted(columns[0]))" : ""
        return "tuneprep jobs quote --dataset \(ShellWord.quoted(dataset.id)) --model NAME\(prompt)"
            + " --answer \(answer)"
    }

    /// The result as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let files = zip(plan.files, files).map { sent, file in
            JSON.object([
                ("path", .text(sent.path)),
                ("role", .text(sent.role == .training ? "training" : "validation")),
                ("id", .text(file.id)), ("bytes", .number(sent.contents.size)),
                ("sha256", .text(sent.contents.sha256)),
                ("columns", .array(sent.columns.map { .text($0) })),
            ])
        }
        let found = plan.check.findings
        let check = JSON.object([
            ("errors", .number(found.count(of: .error))), ("warnings", .number(found.count(of: .warning))),
        ])
        let document = JSON.object([
            ("schema", .text("tuneprep.upload/1")), ("version", .text(Tuneprep.version)),
            ("dataset", .object([("id", .text(dataset.id)), ("name", .text(plan.name))])),
            ("files", .array(files)), ("check", check),
        ])
        return [document]
    }
}
