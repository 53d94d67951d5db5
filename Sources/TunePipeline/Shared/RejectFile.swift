import TuneBytes
import TuneFindings

/// The rows that were not written, each with its place, the reasons, and its text: one JSON object per line.
struct RejectFile {
    private let path: String?
    private let isNameMade: Bool
    private var file: AtomicFile?

    /// A file at `path`, or one named after `output`; it is begun with the first row.
    init(path: String?, beside output: String) {
        isNameMade = path == nil
        self.path = path ?? (output == "-" ? nil : output + ".rejects.jsonl")
    }

    /// The path, once there is a row in it.
    var writtenPath: String? { file == nil ? nil : path }

    mutating func write(path source: String, record: Int, reasons: [Finding], source text: Span<UInt8>) throws
    {
        guard let path else { return }
        if file == nil { file = try AtomicFile(path: path) }
        let first = reasons.first?.site
        let line = JSON.object([
            ("path", .text(source)), ("record", .number(record)), ("line", .number(first?.line)),
            ("byte_start", .number(first?.byteStart)),
            (
                "reasons",
                .array(
                    reasons.map {
                        .object([
                            ("code", .text($0.code)), ("name", .text($0.name)),
                            ("message", .text($0.message)),
                        ])
                    })
            ),
            ("source", .text(text.text)),
        ])
        try file?.write(Array((line.rendered(.line) + "\n").utf8))
    }

    /// Gives the file its name; when nothing was rejected, an older file of the name made here is removed, because it
    /// no longer belongs to the output.
    func commit() throws {
        try file?.commit()
        if file == nil, isNameMade, let path { AtomicFile.remove(path) }
    }
}
