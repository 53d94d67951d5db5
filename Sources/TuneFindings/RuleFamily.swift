/// The families of rules, by the first digit of their code.
public enum RuleFamily: String, Sendable, CaseIterable {
    case shape, content, conversation, length, dataset, privacy, provider, model

    /// The family of a code.
    public init(code: String) {
        let families = Self.allCases
        let digit = code.dropFirst(2).first?.wholeNumberValue ?? 0
        self = families[min(digit, families.count - 1)]
    }

    /// The family's name as a heading.
    public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
