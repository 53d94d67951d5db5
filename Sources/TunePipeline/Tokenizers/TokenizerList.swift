public import TuneBytes
import TuneText
import TuneTokens

/// The vocabularies added, and for which models nothing but the estimate is there.
public struct TokenizerList: Sendable {
    /// A family, and how its tokens would be counted.
    struct Line {
        var family: ModelFamily
        var entry: TokenizerEntry?
        /// A file of another tool that is used in place of an entry.
        var found: String?
        /// True when something was added that cannot be read any more.
        var isDamaged: Bool

        var kind: String {
            if isDamaged { return "damaged" }
            return entry == nil && found == nil ? "estimate" : "exact"
        }
    }

    private let folder: String?
    private let lines: [Line]

    /// The list of a store.
    public init(_ choice: TokenizerChoice) {
        folder = choice.store?.folder
        let damaged = choice.store?.damaged ?? []
        lines = ModelFamily.allCases.map { family in
            let (entry, isDamaged) = (choice.store?.entry(family), damaged.contains(family))
            let models = entry == nil && !isDamaged ? BaseModel.all.filter { $0.family == family } : []
            let found = models.lazy.compactMap { choice.found(family, for: $0)?.path }.first
            return Line(family: family, entry: entry, found: found, isDamaged: isDamaged)
        }
    }

    /// The list for people.
    public var text: String {
        var text = ""
        for line in lines {
            let models = BaseModel.all.filter { $0.family == line.family }.map(\.name)
            text += "\(line.family.rawValue): \(line.family.title), \(described(line))\n"
            text += "  counts for \(models.joined(separator: ", "))\n"
        }
        if lines.contains(where: { $0.entry == nil && $0.found == nil }) {
            text += "add a vocabulary: `tuneprep tokenizers add PATH`, or `tuneprep tokenizers pull MODEL`\n"
        }
        return text
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
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.tokenizers/1")), ("version", .text(Tuneprep.version)),
            ("folder", .text(folder)),
            (
                "tokenizers",
                .array(
                    lines.map { line in
                        .object([
                            ("family", .text(line.family.rawValue)),
                            ("kind", .text(line.kind)),
                            ("tokens", .number(line.entry?.tokens)), ("sha256", .text(line.entry?.sha256)),
                            ("published", line.entry.map { .boolean($0.isPublished) } ?? .null),
                            ("origin", .text(line.entry?.origin ?? line.found)),
                        ])
                    })
            ),
        ])
    }
}
