import TuneArchives
public import TuneBytes
public import TunePipeline
import TuneText

extension ArchiveListing: Reported {
    /// Size, name, and why an entry would be refused; then what is there in all.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        let sizes = items.map(\.sizeText)
        let width = max(5, sizes.map(\.count).max() ?? 0)
        var lines = zip(items, sizes).map { item, size in
            ReportLine.plain(String(repeating: " ", count: width - size.count) + size + "  " + item.line)
        }
        lines.append(ReportLine("total", "\(plural(files.count, "file")), \(plural(bytes, "byte"))"))
        lines += notes.map { ReportLine("note", $0.words) }
        if refusals > 0 {
            let number = plural(refusals, "entry", many: "entries")
            lines.append(ReportLine("refused", "\(number); an archive is unpacked whole or not at all"))
        } else {
            lines.append(
                ReportLine("next", "`tuneprep unpack \(ShellWord.quoted(archive)) --into FOLDER`"))
        }
        return lines
    }

    /// The listing as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.archive/1")), ("version", .text(Tuneprep.version)),
            ("archive", .text(archive)), ("files", .number(files.count)), ("bytes", .number(bytes)),
            ("refusals", .number(refusals)), ("notes", .array(notes.map { .text($0.words) })),
            ("entries", .array(items.map(\.json))),
        ])
        return [document]
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
