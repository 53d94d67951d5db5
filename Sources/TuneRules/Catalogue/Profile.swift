/// What one provider wants of training data, as of a day.
public struct Profile: Sendable, Equatable {
    /// The name on the command line.
    public let name: String
    /// The provider's name for people.
    public let title: String
    /// The formats taken, by their names in reports; empty for any.
    public let formats: [String]
    /// The formats as the provider calls them.
    public let formatWords: String
    /// The tokens one example may have.
    public let context: Int
    /// True when only the columns of prompt and answer may stand in the file.
    public let wantsTwoColumns: Bool
    /// Fewer examples than this are probably not meant.
    public let fewestExamples: Int
    /// The day the rules were read.
    public let date: String
    /// Where they were read.
    public let source: String
    /// What is known of the service's state.
    public let state: String

    /// Nscale's fine-tuning service.
    public static let nscale = Profile(
        name: "nscale", title: "Nscale", formats: ["csv"], formatWords: "CSV with a header", context: 8192,
        wantsTwoColumns: true, fewestExamples: 10, date: "2026-11-21",
        source: "docs.nscale.com/docs/ai-services/fine-tuning", state: "offline since 2026-05-20")

    /// No provider's rules: only what holds everywhere.
    public static let any = Profile(
        name: "any", title: "any provider", formats: [], formatWords: "any format", context: 8192,
        wantsTwoColumns: false, fewestExamples: 10, date: "2026-11-21", source: "tuneprep", state: "")

    /// Every profile.
    public static let all = [nscale, any]

    /// The profile of that name.
    public static func named(_ name: String) -> Profile? {
        all.first { $0.name == name.lowercased() }
    }
}
