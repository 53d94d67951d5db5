import TuneBytes
import TunePipeline
import TuneText

extension Comparison {
    /// What the verdict adds, so that nobody takes an incomplete comparison for a complete one.
    var caveat: String? {
        isComplete ? nil : "repetitions of up to \(plural(forgotten, "example")) were not looked for"
    }

    var json: JSON {
        .object([
            ("bytes_per_record", .number(bytesPerRecord)), ("expected_bytes", .number(expectedBytes)),
            ("limit_bytes", .number(limit)), ("bytes", .number(bytes)), ("complete", .boolean(isComplete)),
            ("examples_not_remembered", .number(forgotten)),
        ])
    }
}
