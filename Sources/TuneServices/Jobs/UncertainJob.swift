/// A job that was asked for and may exist: the service took the request and did not say what became of it.
public struct UncertainJob: Sendable, Equatable {
    /// The name it was to have.
    public var name: String
    /// What came in place of an answer.
    public var cause: String
    /// The jobs of that name that were not there before; nil when the list could not be had.
    public var found: [Job]?
}
