import TuneBytes
import TuneExamples
import TuneRecords
import TuneRules

/// What became of one record.
struct ConvertedRecord: Sendable {
    /// Which record of the slice it is.
    let position: RecordPosition
    var fate = Fate.written
    /// Its line among the slice's lines.
    var line = 0..<0
    /// Its tokens.
    var tokens = TokenTally()
    /// What rows before and after it are compared by; nil when it holds no example.
    var fingerprint: Fingerprint?
    /// The record's own name, such as a PubMed id.
    var identity: String?
    /// The class it belongs to, such as a decision.
    var stratum: String?
    /// The keys that the output cannot carry.
    var notCarried: [String] = []

    init(_ position: RecordPosition) {
        self.position = position
    }

    /// Notes who the example is that was read from `record`.
    mutating func note(_ example: borrowing Example, of record: borrowing Record) {
        fingerprint = Fingerprint(of: example, in: record, role: .training)
        identity = example.identity.map { record.text($0).text }
        stratum = example.stratum.map { record.text($0).text }
        notCarried = example.notCarried
    }

    /// Where a record went.
    enum Fate: Sendable, Equatable {
        /// It is a line of the output.
        case written
        /// It cannot be an example.
        case rejected
        /// A rule the user named found something.
        case dropped(RuleID)
    }
}
