import TuneBytes
import TuneFindings
import TunePipeline

extension RuleDescription {
    /// The rule as a JSON object, without its examples.
    var json: JSON {
        .object([
            ("code", .text(code)), ("name", .text(name)), ("severity", .text(severity.rawValue)),
            ("family", .text(family.rawValue)), ("since", .text(since)), ("summary", .text(summary)),
            ("why", .text(why)),
        ])
    }
}
