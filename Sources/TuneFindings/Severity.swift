/// How much a finding matters.
public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Good to know.
    case advice
    /// Allowed, and probably not meant.
    case warning
    /// The service refuses, drops or mangles the row or the file.
    case error

    /// Orders by weight, advice first.
    public static func < (one: Severity, other: Severity) -> Bool {
        one.weight < other.weight
    }

    private var weight: Int {
        switch self {
        case .advice: 0
        case .warning: 1
        case .error: 2
        }
    }
}
