internal import TuneTransfer

/// A JSON value that a service sent or is sent. Members keep their order, numbers their spelling.
public enum WireValue: Sendable, Equatable {
    case object([Member])
    case array([WireValue])
    case text(String)
    case number(String)
    case boolean(Bool)
    case null

    /// A member of an object.
    public struct Member: Sendable, Equatable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: WireValue

        /// A member.
        public init(_ name: String, _ value: WireValue) {
            self.name = name
            self.value = value
        }
    }

    /// An object without members: what a body that says nothing counts as.
    static let nothing = WireValue.object([])

    static func number(_ number: Int) -> WireValue { .number("\(number)") }

    static func number(_ number: Double) -> WireValue { .number("\(number)") }

    /// The members of an object; none of anything else.
    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The elements of an array; none of anything else.
    public var elements: [WireValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The member of the first of these names that is there and not null.
    public subscript(names: String...) -> WireValue? {
        for name in names {
            if let value = members.first(where: { $0.name == name })?.value, value != .null { return value }
        }
        return nil
    }

    /// A text, or a number as it is spelled.
    public var text: String? {
        switch self {
        case .text(let text), .number(let text): text
        default: nil
        }
    }

    /// A number, also one in quotes; nil for what is none, and for those that are not finite.
    public var double: Double? {
        text.flatMap { Double(Self.trimmed($0)) }.flatMap { $0.isFinite ? $0 : nil }
    }

    /// A whole number, also one in quotes or with zeros behind its point.
    public var integer: Int? {
        guard let text else { return nil }
        return Int(Self.trimmed(text)) ?? double.flatMap { Int(exactly: $0) }
    }

    /// True or false, also in quotes.
    public var flag: Bool? {
        switch self {
        case .boolean(let flag): flag
        case .text(let word): Bool(word.lowercased())
        default: nil
        }
    }

    private static func trimmed(_ text: String) -> Substring {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

extension WireValue {
    /// What a text is for, by the name it stands under.
    private enum Purpose {
        case name, explanation, other

        init(_ member: String, within outer: Purpose) {
            switch member {
            case "error", "message", "detail": self = .explanation
            case "name", "id": self = outer == .explanation ? outer : .name
            default: self = outer == .explanation ? outer : .other
            }
        }
    }

    /// The value without secrets: those that are known; the queries of addresses, which in signed ones are credentials;
    /// and in explanations what looks like a secret. A name stays what it is.
    func without(_ mask: SecretMask) -> WireValue { without(mask, .other) }

    private func without(_ mask: SecretMask, _ purpose: Purpose) -> WireValue {
        switch self {
        case .object(let members):
            .object(
                members.map { Member($0.name, $0.value.without(mask, Purpose($0.name, within: purpose))) })
        case .array(let elements): .array(elements.map { $0.without(mask, purpose) })
        case .text(let text):
            switch purpose {
            case .name: .text(mask.withoutKnown(text))
            case .explanation: .text(mask.masked(Self.withoutQueries(text)))
            case .other: .text(mask.withoutKnown(Self.withoutQueries(text)))
            }
        case .number, .boolean, .null: self
        }
    }

    private static func withoutQueries(_ text: String) -> String {
        guard text.contains("?") else { return text }
        var (rest, word, isQuery) = ("", "", false)
        for character in text {
            if character.isWhitespace || "\"'<>".contains(character) {
                (word, isQuery) = ("", false)
            } else if isQuery || character == "?" && isAddress(word) {
                isQuery = true
                continue
            } else {
                word.append(character)
            }
            rest.append(character)
        }
        return rest
    }

    private static func isAddress(_ word: String) -> Bool {
        let word = word.lowercased()
        return word.contains("https://") || word.contains("http://")
    }
}
