public import TuneArchives
import TuneTokens

/// What came of an archive.
public struct UnpackResult: Sendable {
    /// The archive's path.
    public var archive: String
    /// The folder.
    public var folder: String
    /// What was unpacked.
    public var unpacked: Unpacking.Unpacked

    /// The lines for people.
    public var text: String {
        let files = counted(unpacked.files.count, "file")
        var lines = ["wrote    \(folder): \(files), \(counted(unpacked.bytes, "byte"))"]
        lines += unpacked.notes.map { "note     \($0.words)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The result as one JSON object.
    public var json: JSONValue {
        .object([
            ("schema", .text("tuneprep.unpack/1")), ("version", .text(Tuneprep.version)),
            ("archive", .text(archive)), ("folder", .text(folder)), ("bytes", .number(unpacked.bytes)),
            ("notes", .array(unpacked.notes.map { .text($0.words) })),
            (
                "files",
                .array(
                    unpacked.files.map {
                        .object([("path", .text($0.name.path)), ("bytes", .number($0.size))])
                    })
            ),
        ])
    }
}

extension ArchiveReader.Note {
    var words: String {
        switch self {
        case .plainTar: "the archive is not compressed; something on its way has undone that"
        case .noEndBlocks: "the tar ends without its two blocks of zeros; its checksum is right"
        case .noEntries: "the archive holds nothing"
        }
    }
}
