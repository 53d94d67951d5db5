/// A small file that shows a rule at work.
///
/// In the text, `▸` comes before the byte a finding points at, and `‹FF›` is the byte 0xFF.
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

    /// The file and its text; the rest is nil where it does not matter.
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

    /// The bytes of a text, and the offset of its mark; nil without a mark.
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
