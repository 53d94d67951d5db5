import TuneFindings
import TunePipeline

/// What `--fail-on` and `--show` spell.
enum FailOn {
    /// The most findings of one rule that `--show all` shows; counts stay exact beyond.
    static let mostShown = 100_000

    /// The severity that makes a run fail; nil for never.
    static func severity(_ word: String) throws -> Severity? {
        switch word {
        case "error": return .error
        case "warning": return .warning
        case "advice": return .advice
        case "never": return nil
        default:
            throw ArgumentValue.unknown(
                "`\(word)` is not something `--fail-on` knows", word: word,
                among: ["error", "warning", "never"])
        }
    }

    /// How many findings of each rule are shown.
    static func findingsShown(_ word: String) throws -> Int {
        if word == "all" { return mostShown }
        if let number = Int(word), number >= 0 { return min(number, mostShown) }
        throw RunError("`--show` takes a number or `all`, not `\(word)`")
    }
}
