import TuneBytes
import TuneExamples
import TuneText
import TuneTokens

/// The identity card of a prepared file: what is in it, where it came from, what was left out and why.
package struct Manifest {
    /// The version of the card's form.
    static let schema = "tuneprep.manifest/1"

    let file: OutputFile
    let options: ConvertOptions
    let counting: TokenCounting
    let sources: [(path: String, bytes: Int, layout: String)]
    /// The options of the sources' layout, and what they were set to.
    let layoutSettings: [(name: String, value: String)]
    let ledger: ConvertLedger
    let division: [JSON.Member]

    /// The manifest's path.
    package static func path(of data: String) -> String { data + ".manifest.json" }

    /// The manifest beside the file, written and waiting for its name.
    func written() throws -> AtomicFile {
        let output = try AtomicFile(path: Self.path(of: file.path))
        try output.write(Array((json.rendered(.indented) + "\n").utf8))
        return output
    }

    private var json: JSON {
        .object([
            ("schema", .text(Self.schema)),
            ("version", .text(Tuneprep.version)),
            ("file", .text(String(file.path.split(separator: "/").last ?? ""))),
            ("bytes", .number(file.size)),
            ("sha256", .text(file.sha256)),
            ("rows", .number(file.rows)),
            ("format", .text(options.writer.format.rawValue)),
            ("columns", columns),
            ("tokens", tokens),
            ("division", division.isEmpty ? .null : .object(division)),
            ("options", settings),
            ("sources", .array(sources.map(source))),
            ("ledger", ledger.json),
        ])
    }

    private var columns: JSON {
        guard options.writer.format == .csv else { return .null }
        return .array([.text(options.writer.columns.prompt), .text(options.writer.columns.answer)])
    }

    private var tokens: JSON {
        let use = counting.use(for: file.tokens)
        return .object([
            ("tokenizer", .text(use.family.rawValue)), ("kind", .text(use.kind)),
            ("error", .decimal(Decimals.thousandths(use.errorPermille))), ("template", .text(use.template)),
            ("total", .number(file.tokens.total)), ("prompt", .number(file.tokens.prompt)),
            ("answer", .number(file.tokens.answer)), ("overhead", .number(file.tokens.overhead)),
        ])
    }

    private var settings: JSON {
        var members: [JSON.Member] = [
            ("turns", .text(options.writer.turns.rawValue)), ("system", .text(options.writer.system)),
        ]
        members += layoutSettings.map { ($0.name, .text($0.value)) }
        return .object(members)
    }

    private func source(_ source: (path: String, bytes: Int, layout: String)) -> JSON {
        .object([
            ("path", .text(source.path)), ("bytes", .number(source.bytes)), ("layout", .text(source.layout)),
        ])
    }
}
