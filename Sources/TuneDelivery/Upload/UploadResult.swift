public import TuneBytes
import TuneFindings
import TunePipeline
import TuneRecords
import TuneRules
public import TuneServices
import TuneText
import TuneTransfer

/// Files that a service has stored as a data set.
public struct UploadResult: Sendable {
    /// What was sent.
    var delivery: Delivery
    /// The files at the service, training first.
    var files: [ServiceFile]
    /// The data set.
    public var dataset: Dataset

    /// For people: what is where, and the next step.
    public var text: String {
        var lines = zip(delivery.parcels, files).map { parcel, file in
            let manifest = parcel.hasManifest ? ", as its manifest says" : ""
            return "file     \(parcel.path) is \(file.id): \(parcel.contents.size.grouped) bytes,"
                + " SHA-256 \(parcel.contents.sha256)\(manifest)"
        }
        lines.append("dataset  \(dataset.id), named \(delivery.name)")
        lines.append("check    \(delivery.check.findings.summary)")
        let columns = delivery.check.files.first?.facts.columnsRead.map(\.name) ?? []
        let answer = ShellWord.quoted(columns.last ?? "answer")
        let prompt = columns.count > 1 ? " --prompt \(ShellWord.quoted(columns[0]))" : ""
        lines.append(
            "next     `tuneprep jobs quote --dataset \(ShellWord.quoted(dataset.id)) --model NAME\(prompt)"
                + " --answer \(answer)`")
        return lines.map { DisplayText.visible($0) + "\n" }.joined()
    }

    /// As one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.upload/1")), ("version", .text(Tuneprep.version)),
            ("dataset", .object([("id", .text(dataset.id)), ("name", .text(delivery.name))])),
            (
                "files",
                .array(
                    zip(delivery.parcels, files).map { parcel, file in
                        .object([
                            ("path", .text(parcel.path)),
                            ("role", .text(parcel.role == .training ? "training" : "validation")),
                            ("id", .text(file.id)), ("bytes", .number(parcel.contents.size)),
                            ("sha256", .text(parcel.contents.sha256)),
                            ("columns", .array(parcel.columns.map { .text($0) })),
                        ])
                    })
            ),
            (
                "check",
                .object([
                    ("errors", .number(delivery.check.findings.count(of: .error))),
                    ("warnings", .number(delivery.check.findings.count(of: .warning))),
                ])
            ),
        ])
    }
}
