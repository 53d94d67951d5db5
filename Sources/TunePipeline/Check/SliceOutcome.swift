import TuneBytes
import TuneRules

/// What one slice came to.
struct SliceOutcome: Sendable {
    var report: SliceReport
    var tokens = TokenTally()
    var examples = 0
    var officialTestRows = 0
    /// True while the first fields count the rows up from `firstIndex`.
    var isCountingUp = true
    var firstIndex: Int?
    /// The indices in the slice of the records that could not be read or are no example.
    var unreadable: Set<Int> = []
    /// The roles that go by other names, with their counts.
    var roleAliases: [String: (role: String, count: Int)] = [:]
    /// One for each example, in order, when dataset rules are on.
    var fingerprints: [(fingerprint: Fingerprint, record: RecordPosition)] = []
}
