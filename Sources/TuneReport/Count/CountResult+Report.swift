public import TuneBytes
public import TunePipeline
import TuneText

extension CountResult: Reported {
    /// A paragraph for each file, in it a line for each way of counting.
    public func lines(in rendering: Rendering) -> [ReportLine] {
        files.flatMap { [.plain($0.heading)] + $0.counts.map { .plain("  \($0.words)") } }
    }

    /// The counts as one JSON object.
    public func json(in rendering: Rendering) -> [JSON] {
        let document = JSON.object([
            ("schema", .text("tuneprep.count/1")), ("version", .text(Tuneprep.version)),
            ("files", .array(files.map(\.json))),
        ])
        return [document]
    }
}

extension CountResult.File {
    fileprivate var heading: String {
        let unreadable =
            unreadable > 0 ? ", \(unreadable.grouped) of them unreadable and not counted" : ""
        return "\(path): \(records.grouped) records\(unreadable)"
    }

    fileprivate var json: JSON {
        .object([
            ("path", .text(path)), ("records", .number(records)), ("unreadable", .number(unreadable)),
            ("counts", .array(counts.map { $0.tokens.json($0.tokenizer) })),
        ])
    }
}

extension CountResult.Count {
    fileprivate var words: String {
        let longest = tokens.lengths.percentiles.map { ", longest \($0.max.grouped)" } ?? ""
        let about = tokenizer.isExact ? "" : "about "
        return
            "\(about)\(tokens.total.grouped) tokens (\(tokenizer.described)): \(tokens.described(tokenizer))\(longest)"
    }
}
