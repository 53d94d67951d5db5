import TunePipeline

/// The size of a part, as the command line spells it.
enum SplitSize {
    /// `10%`, `0.5%` or a number of rows.
    static func size(_ word: String, for flag: String) throws -> SplitPlan.Size {
        if word.hasSuffix("%") {
            let parts = word.dropLast().split(separator: ".", omittingEmptySubsequences: false)
            let fraction = parts.count == 2 ? String(parts[1]) : ""
            let padded = fraction + String(repeating: "0", count: max(0, 2 - fraction.count))
            let isPlain = parts.count <= 2 && padded.count == 2 && (parts.count == 1 || !fraction.isEmpty)
            if isPlain, let whole = Int(parts[0]), let hundredths = Int(padded), (0...100).contains(whole),
                hundredths >= 0
            {
                let share = whole * 100 + hundredths
                if (1..<10000).contains(share) { return .hundredthsOfPercent(share) }
            }
        } else if let rows = Int(word), rows > 0 {
            return .rows(rows)
        }
        throw RunError(
            "`\(word)` is not a size `\(flag)` takes",
            help: ["write `10%`, or a number of rows such as `500`"])
    }
}
