public import TuneArchives
public import TuneBytes
public import TuneFindings
import TuneModels
import TuneText

/// What came of an archive.
public struct UnpackResult: Sendable {
    /// The archive's path.
    public var archive: String
    /// The folder.
    public var folder: String
    /// What was unpacked.
    public var unpacked: Unpacking.Unpacked
    /// What the model's verification found; nil when it was not looked at.
    public var verified: VerifyResult?
    /// Whether the folder got its name.
    public var isPublished: Bool
    /// Further lines about what was done.
    package var remarks: [String] = []

    /// The lines for people; `failsAt` nil never fails.
    public func text(_ style: FullStyle, _ palette: Palette, failsAt: Severity?) -> String {
        verified.flatMap { $0.report.kind == .neither && isPublished ? nil : $0 }?
            .text(style, palette, failsAt: failsAt, outcome: outcome)
            ?? outcome.map { $0 + "\n" }.joined() + "next     `tuneprep verify \(ShellWord.quoted(folder))`\n"
    }

    /// The findings one per line, then what was done.
    public func concise(_ style: ConciseStyle, _ palette: Palette, failsAt: Severity?) -> String {
        (verified?.concise(style, palette, failsAt: failsAt) ?? "") + outcome.map { $0 + "\n" }.joined()
    }

    private var outcome: [String] {
        var notes = unpacked.notes.map { "note     \($0.words)" }
        if verified?.report.kind == .neither { notes.append("note     there is no model in the archive") }
        guard isPublished else {
            return notes + [
                "wrote    nothing: the model does not pass; `--allow CODE` leaves a rule out, `--no-verify` all of them"
            ] + remarks
        }
        let files = plural(unpacked.files.count, "file")
        return notes + ["wrote    \(folder): \(files), \(plural(unpacked.bytes, "byte"))"] + remarks
    }

    /// The result as one JSON object; `failsAt` nil never fails.
    public func json(failsAt: Severity?) -> JSON {
        .object([
            ("schema", .text("tuneprep.unpack/1")), ("version", .text(Tuneprep.version)),
            ("archive", .text(archive)), ("folder", .text(folder)), ("published", .boolean(isPublished)),
            ("bytes", .number(unpacked.bytes)), ("notes", .array(unpacked.notes.map { .text($0.words) })),
            (
                "files",
                .array(
                    unpacked.files.map {
                        .object([("path", .text($0.name.path)), ("bytes", .number($0.size))])
                    })
            ),
            ("verification", verified?.json(failsAt: failsAt) ?? .null),
        ])
    }
}

extension ArchiveReader.Note {
    var words: String {
        switch self {
        case .plainTar: "the archive is not compressed; something on its way has undone that"
        case .noEndBlocks: "the tar ends without its two blocks of zeros; its checksum is right"
        case .oldFolderLeft(let path):
            "the folder that was replaced could not be removed; what is left of it is `\(path)`"
        }
    }
}
