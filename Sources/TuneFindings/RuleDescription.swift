/// What a rule is, for people and for programs. From it come `explain`, `docs/rules.md` and the rule's own
/// test.
public struct RuleDescription: Sendable {
    /// The code, `TP` and three digits; never reused.
    public let code: String
    /// The name in kebab case; it reads after "allow".
    public let name: String
    /// How much its findings matter.
    public let severity: Severity
    /// The version that brought the rule.
    public let since: String
    /// What it finds, in one line.
    public let summary: String
    /// Whom it hurts and how, in a sentence or two.
    public let why: String
    /// Data that the rule leaves alone.
    public let accepted: [RuleExample]
    /// Data in which the rule finds something, the spot marked.
    public let rejected: [RuleExample]

    /// A description.
    public init(
        code: String, name: String, severity: Severity, since: String, summary: String, why: String,
        accepted: [RuleExample], rejected: [RuleExample]
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.since = since
        self.summary = summary
        self.why = why
        self.accepted = accepted
        self.rejected = rejected
    }

    /// The family the code belongs to.
    public var family: RuleFamily { RuleFamily(code: code) }
}

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

/// A small file that shows a rule at work.
///
/// In the text, `▸` stands before the spot a finding points at, and `‹FF›` for the byte 0xFF.
public struct RuleExample: Sendable {
    /// The file's name; its ending says the format.
    public let file: String
    /// The file's text.
    public let text: String
    /// A validation file beside it.
    public let validation: String?
    /// The context length in tokens, where it matters.
    public let context: Int?
    /// PubMedQA: what the answer is made of, where it matters.
    public let answerFrom: String?

    /// The bytes the index of examples may take, where it matters.
    public let maxMemory: Int?

    /// An example.
    public init(
        _ file: String, _ text: String, validation: String? = nil, context: Int? = nil,
        answerFrom: String? = nil, maxMemory: Int? = nil
    ) {
        self.file = file
        self.text = text
        self.validation = validation
        self.context = context
        self.answerFrom = answerFrom
        self.maxMemory = maxMemory
    }

    /// The bytes of a text, and where its mark stood, counted from 0; nil without a mark.
    public static func bytes(of text: String) -> (bytes: [UInt8], mark: Int?) {
        var bytes: [UInt8] = []
        var mark: Int?
        var rest = Substring(text)
        while let character = rest.first {
            rest = rest.dropFirst()
            if character == "▸" {
                mark = bytes.count
            } else if character == "‹", let byte = rawByte(rest) {
                bytes.append(byte)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(contentsOf: String(character).utf8)
            }
        }
        return (bytes, mark)
    }

    /// The byte that two hexadecimal digits and a closing mark stand for.
    private static func rawByte(_ text: Substring) -> UInt8? {
        let digits = text.prefix(2)
        guard digits.allSatisfy(\.isHexDigit), text.dropFirst(2).first == "›" else { return nil }
        return UInt8(digits, radix: 16)
    }
}
