import TuneArchives
public import TuneBytes
public import TuneFindings
import TuneModels
public import TunePipeline
import TuneText

extension UnpackResult: Reported {
    /// The first findings of each rule, where a model was judged.
    public var findingsShown: [Finding] { judged?.findingsShown ?? [] }

    /// All that was found in the model.
    public var tally: FindingTally? { judged?.tally }

    /// What the model is, what was done, and the next step.
    public func lines(in rendering: Rendering) -> [ReportLine] { lines(in: rendering, remarks: []) }

    /// The verdict, then what was done.
    public func conciseLines(in rendering: Rendering) -> [ReportLine] {
        conciseLines(in: rendering, remarks: [])
    }

    /// The same, with further `remarks` on what was done.
    package func lines(in rendering: Rendering, remarks: [ReportLine]) -> [ReportLine] {
        let outcome = outcome + remarks
        // What holds no model has nothing to tell of one.
        if let judged, judged.report.kind != .neither || !isPublished {
            return judged.lines(in: rendering, outcome: outcome)
        }
        return outcome + [ReportLine("next", "`tuneprep verify \(ShellWord.quoted(folder))`")]
    }

    /// The same, with further `remarks` on what was done.
    package func conciseLines(in rendering: Rendering, remarks: [ReportLine]) -> [ReportLine] {
        (verified?.conciseLines(in: rendering) ?? []) + outcome + remarks
    }

    private var judged: VerifyResult? { verified }

    private var outcome: [ReportLine] {
        var lines = unpacked.notes.map { ReportLine("note", $0.words) }
        if verified?.report.kind == .neither {
            lines.append(ReportLine("note", "there is no model in the archive"))
        }
        guard isPublished else {
            let way = "`--allow CODE` leaves a rule out, `--no-verify` all of them"
            return lines + [ReportLine("wrote", "nothing: the model does not pass; \(way)")]
        }
        let files = plural(unpacked.files.count, "file")
        return lines + [ReportLine("wrote", "\(folder): \(files), \(plural(unpacked.bytes, "byte"))")]
    }

    /// The result as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let files = unpacked.files.map {
            JSON.object([("path", .text($0.name.path)), ("bytes", .number($0.size))])
        }
        let document = JSON.object([
            ("schema", .text("tuneprep.unpack/1")), ("version", .text(Tuneprep.version)),
            ("archive", .text(archive)), ("folder", .text(folder)), ("published", .boolean(isPublished)),
            ("bytes", .number(unpacked.bytes)), ("notes", .array(unpacked.notes.map { .text($0.words) })),
            ("files", .array(files)), ("verification", verified?.json(in: rendering).first ?? .null),
        ])
        return [document]
    }
}
