public import TuneBytes
public import TunePipeline
import TuneText
import TuneTokens

extension TokenizerList: Reported {
    /// Two lines for each family, and how to add a vocabulary where one is missing.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        var lines: [ReportLine] = []
        for line in self.lines {
            let models = BaseModel.all.filter { $0.family == line.family }.map(\.name)
            lines.append(.plain("\(line.family.rawValue): \(line.family.title), \(described(line))"))
            lines.append(.plain("  counts for \(models.joined(separator: ", "))"))
        }
        if self.lines.contains(where: { $0.entry == nil && $0.found == nil }) {
            lines.append(
                .plain(
                    "add a vocabulary: `tuneprep tokenizers add PATH`, or `tuneprep tokenizers pull MODEL`"))
        }
        return lines
    }

    private func described(_ line: Line) -> String {
        if line.isDamaged { return "added, but \(TokenizerEntry.damaged)" }
        guard let entry = line.entry else {
            return line.found.map { "exact, from `\($0)`" } ?? "no vocabulary added: tokens are estimated"
        }
        let published = entry.isPublished ? "as published" : "not the published tokens"
        return "exact, \(entry.tokens.grouped) tokens, \(published), from \(entry.origin)"
    }

    /// The list as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.tokenizers/1")), ("version", .text(Tuneprep.version)),
            ("folder", .text(folder)), ("tokenizers", .array(lines.map(\.json))),
        ])
        return [document]
    }
}

extension TokenizerList.Line {
    fileprivate var json: JSON {
        .object([
            ("family", .text(family.rawValue)), ("kind", .text(kind)), ("tokens", .number(entry?.tokens)),
            ("sha256", .text(entry?.sha256)),
            ("published", entry.map { .boolean($0.isPublished) } ?? .null),
            ("origin", .text(entry?.origin ?? found)),
        ])
    }
}
