import TuneExamples
import TuneRecords

/// What a layout made of one record, copied out of what it lent.
struct ReadExample: Equatable {
    var kind = Example.Kind.promptAnswer
    var roles: [Role] = []
    var texts: [String] = []
    var defects: [ExampleDefect.Kind] = []
    /// The kinds of the values the defects point at; nil for the record as a whole.
    var defectiveValues: [RecordValue.Kind?] = []
    var identity: String?
    var stratum: String?
    var prompt: String?
    var answer: String?
    var isUnusable = false

    /// The texts byte for byte; `==` of strings would call different spellings of a character equal.
    var bytes: [[UInt8]] { texts.map { Array($0.utf8) } }
}
