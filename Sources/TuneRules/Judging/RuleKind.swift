/// What a rule judges, with the rule as one that does.
public enum RuleKind: Sendable {
    /// The shape of records.
    case record(any RecordRule)
    /// Examples, each on its own.
    case example(any ExampleRule)
    /// Examples longer than the context.
    case length(any LengthRule)
    /// Files as a whole.
    case file(any FileRule)
    /// Examples beside those before them.
    case dataset(any DatasetRule)
    /// Model folders.
    case model(any ModelRule)
    /// What is found while data is converted, by nobody who is asked.
    case conversion
}
