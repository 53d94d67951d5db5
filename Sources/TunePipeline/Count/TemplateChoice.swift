import TuneText
public import TuneTokens

/// Which chat template messages are counted with.
public enum TemplateChoice: Sendable {
    /// The model's own.
    case own
    /// None: the bare text.
    case bare
    /// This one, whatever the model.
    case named(ChatTemplate)

    /// The word for the bare text.
    public static let none = "none"

    /// The choice a word stands for; nil is the model's own.
    public init(_ word: String?) throws(RunError) {
        guard let word else {
            self = .own
            return
        }
        if word.lowercased() == Self.none {
            self = .bare
        } else if let template = ChatTemplate.named(word) {
            self = .named(template)
        } else {
            let known = ChatTemplate.all.map(\.name) + [Self.none]
            throw RunError(
                "`\(word)` is no chat template",
                help: NearMisses.help(for: word, in: known)
                    + ["known are \(known.map { "`\($0)`" }.joined(separator: ", "))"])
        }
    }

    /// The template for a model whose own this is.
    func template(own: ChatTemplate) -> ChatTemplate? {
        switch self {
        case .own: own
        case .bare: nil
        case .named(let template): template
        }
    }
}
