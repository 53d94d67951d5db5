import TuneBytes
import TuneRules

/// What one slice came to.
struct SliceOutcome: Sendable {
    var report: Report
    var tokens = TokenTally()
    var examples = 0
    var officialTestRows = 0
    /// True while the first fields count the rows up from `firstIndex`.
    var isCountingUp = true
    var firstIndex: Int?
    /// The places of records that could not be read or are no example.
    var unreadable: Set<Int> = []
    /// The roles that go by other names, with their counts.
    var roleAliases: [String: (role: String, count: Int)] = [:]
    /// One for each example, in order, when dataset rules are on.
    var fingerprints: [PlacedFingerprint] = []

    /// A fingerprint, and where its record stands in the slice.
    struct PlacedFingerprint: Sendable {
        var fingerprint: Fingerprint
        var index: Int
        var start: Int
        var end: Int
    }
}
