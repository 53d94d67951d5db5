/// A JSON value held whole. Members keep their order, numbers their spelling, so that no digit is lost.
public enum JSON: Sendable {
    /// Its members in the order of the text. A name may be there more than once.
    case object([Member])
    case array([JSON])
    case text(String)
    /// A number as it is written.
    case number(String)
    case boolean(Bool)
    case null

    /// What a value is.
    public enum Kind: String, Hashable, Sendable {
        case object, array, string, number, boolean, null
    }

    /// A name and its value.
    public typealias Member = (name: String, value: JSON)

    /// A text, or null for nil.
    public static func text(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

    /// A whole number, or null for nil.
    public static func number(_ number: Int?) -> JSON { number.map { .number("\($0)") } ?? .null }

    /// A number as it is written, or null for nil.
    public static func decimal(_ spelling: String?) -> JSON { spelling.map { .number($0) } ?? .null }
}

extension JSON {
    /// The members of an object; none of anything else.
    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The elements of an array; none of anything else.
    public var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The value of the member of that name, null included; the last one when there are several. Looks at each member.
    public func member(_ name: String) -> JSON? {
        members.last { $0.name == name }?.value
    }

    /// The member of the first of these names that is there and not null.
    public subscript(names: String...) -> JSON? {
        for name in names {
            if let value = member(name), !value.isNull { return value }
        }
        return nil
    }

    /// The text; nil for anything else.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// A text, or a number as it is written; nil for anything else.
    public var spelling: String? {
        switch self {
        case .text(let spelling), .number(let spelling): spelling
        default: nil
        }
    }

    /// The number, also when it is written as text; nil for anything else. Not finite beyond the range of `Double`.
    public var number: Double? { spelling.flatMap { Double($0) } }

    /// The whole number, also when it is written as text or with `.0`; nil for anything else.
    public var integer: Int? {
        spelling.flatMap { Int($0) ?? Double($0).flatMap(Int.init(exactly:)) }
    }

    /// The truth value; nil for anything else.
    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// True for null.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The names that are more than once in one object, inner objects included, once for each repetition, in the order of the text.
    public var repeatedNames: [String] {
        switch self {
        case .object(let members):
            var (seen, repeated) = (Set<String>(), [String]())
            for (name, value) in members {
                repeated += value.repeatedNames
                if !seen.insert(name).inserted { repeated.append(name) }
            }
            return repeated
        case .array(let elements): return elements.flatMap(\.repeatedNames)
        default: return []
        }
    }
}

extension JSON: Hashable {
    /// Whether both hold the same: objects in any order of their members, numbers by their spelling.
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.object(let left), .object(let right)):
            left.count == right.count && zip(sorted(left), sorted(right)).allSatisfy { $0 == $1 }
        case (.array(let left), .array(let right)): left == right
        case (.text(let left), .text(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.boolean(let left), .boolean(let right)): left == right
        case (.null, .null): true
        default: false
        }
    }

    /// Feeds what `==` compares into the hasher.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .object(let members):
            hasher.combine(0)
            for (name, value) in Self.sorted(members) {
                hasher.combine(name)
                hasher.combine(value)
            }
        case .array(let elements): hasher.combine(elements)
        case .text(let text): hasher.combine(text)
        case .number(let spelling):
            hasher.combine(1)
            hasher.combine(spelling)
        case .boolean(let value): hasher.combine(value)
        case .null: hasher.combine(2)
        }
    }

    private static func sorted(_ members: [Member]) -> [Member] {
        members.sorted { $0.name < $1.name }
    }
}
