import TuneArchives
public import TuneBytes
import TuneText

/// What an archive holds, and what of it would be refused.
public struct ArchiveListing: Sendable {
    private let archive: String
    private var items: [ArchiveReader.Item] = []
    private var notes: [ArchiveReader.Note] = []

    /// Reads an archive to its end.
    init(
        _ stream: any ByteStream, archive: String, limits: ArchiveLimits, _ isStopped: () -> Bool
    ) throws(ArchiveRefusal) {
        self.archive = archive
        let reader = try ArchiveReader(stream, name: archive, limits: limits)
        while let item = try reader.nextItem() {
            if isStopped() { throw .interrupted }
            items.append(item)
            // What follows is not kept: an archive without end must not fill the memory.
            if case .refused(let refused) = item, case .tooMany = refused.defect { break }
        }
        notes = reader.notes
    }

    /// How many entries would be refused.
    public var refusals: Int { items.count { if case .refused = $0 { true } else { false } } }

    private var files: [ArchiveEntry] {
        items.compactMap { if case .entry(let entry) = $0, !entry.isFolder { entry } else { nil } }
    }

    private var bytes: Int { files.reduce(0) { $0 + $1.size } }

    /// The lines for people: size, name, and why an entry would be refused.
    public var text: String {
        let sizes = items.map(\.sizeText)
        let width = max(5, sizes.map(\.count).max() ?? 0)
        var lines = zip(items, sizes).map { item, size in
            String(repeating: " ", count: width - size.count) + size + "  " + item.line
        }
        lines.append("total    \(plural(files.count, "file")), \(plural(bytes, "byte"))")
        lines += notes.map { "note     \($0.words)" }
        if refusals > 0 {
            lines.append(
                "refused  \(plural(refusals, "entry", "entries")); an archive is unpacked whole or not at all"
            )
        } else {
            lines.append("next     `tuneprep unpack \(ShellWord.quoted(archive)) --into FOLDER`")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The listing as one JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.archive/1")), ("version", .text(Tuneprep.version)),
            ("archive", .text(archive)), ("files", .number(files.count)), ("bytes", .number(bytes)),
            ("refusals", .number(refusals)), ("notes", .array(notes.map { .text($0.words) })),
            ("entries", .array(items.map(\.json))),
        ])
    }
}

extension ArchiveReader.Item {
    fileprivate var sizeText: String {
        switch self {
        case .entry(let entry): entry.isFolder ? "-" : entry.size.grouped
        case .refused(let refused): refused.size.map(\.grouped) ?? "-"
        }
    }

    fileprivate var line: String {
        switch self {
        case .entry(let entry): DisplayText.visible(entry.name.path) + (entry.isFolder ? "/" : "")
        case .refused(let refused):
            "\(shown(refused.name, limit: 120))  refused: it \(refused.defect.words)"
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .entry(let entry):
            .object([
                ("path", .text(entry.name.path)), ("kind", .text(entry.isFolder ? "folder" : "file")),
                ("bytes", .number(entry.size)), ("refused", .null),
            ])
        case .refused(let refused):
            .object([
                ("path", .text(String(decoding: refused.name, as: UTF8.self))), ("kind", .null),
                ("bytes", .number(refused.size)), ("refused", .text(refused.defect.words)),
            ])
        }
    }
}
