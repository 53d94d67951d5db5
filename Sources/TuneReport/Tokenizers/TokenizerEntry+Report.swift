public import TunePipeline
import TuneText
import TuneTokens

extension TokenizerEntry {
    /// What was added, for people.
    public var addedLine: ReportLine {
        let published = isPublished ? "as published" : "not the published tokens"
        return ReportLine(
            "added",
            "\(family.rawValue): \(tokens.grouped) tokens, \(published), \(bytes.grouped) bytes,"
                + " sha256 \(sha256)")
    }

    /// Whether it is sound, for people; `defect` says what is wrong with it.
    public func verdict(_ defect: String?) -> ReportLine {
        .plain("\(family.rawValue): \(defect ?? "sound, sha256 \(sha256)")")
    }
}
