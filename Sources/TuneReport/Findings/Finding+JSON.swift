import TuneBytes
import TuneFindings
import TunePipeline

extension Finding {
    /// The finding as a JSON object; what is not known is null.
    var json: JSON {
        .object([
            ("code", .text(code)), ("name", .text(name)), ("severity", .text(severity.rawValue)),
            ("message", .text(message)), ("help", .text(help)), ("path", .text(site.path)),
            ("record", .number(site.record)), ("line", .number(site.line)), ("column", .number(site.column)),
            ("field", .text(site.field)), ("byte_start", .number(site.byteStart)),
            ("byte_end", .number(site.byteEnd)),
        ])
    }
}
