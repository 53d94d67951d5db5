public import TuneExamples
public import TuneFindings
public import TuneRecords

/// One thing that can be wrong with training data.
public protocol Rule: Sendable {
    /// What the rule is.
    static var description: RuleDescription { get }
}

/// Judges the shape of a record, readable or not.
public protocol RecordRule: Rule {
    /// Reports what is wrong with `record`.
    func check(_ record: borrowing Record, _ report: inout Report)
}

/// Judges one example on its own. Of a record that could not be read as an example, only the defects are
/// shown.
public protocol ExampleRule: Rule {
    /// Reports what is wrong with `example`, which was read from `record`.
    func check(
        _ example: borrowing Example, _ tokens: borrowing ExampleTokens, of record: borrowing Record,
        _ report: inout Report)
}

/// Judges a file as a whole, when all of it has been read.
public protocol FileRule: Rule {
    /// Reports what is wrong with the file.
    func check(_ file: FileFacts, _ report: inout FileReport)
}

/// Judges an example beside all that came before.
public protocol DatasetRule: Rule {
    /// What is wrong with an example, given where examples like it stood before; nil when nothing is.
    func judge(_ example: Fingerprint, _ earlier: EarlierMatches) -> Wording?
}
