/// Models that split text into tokens in the same way.
public enum ModelFamily: String, CaseIterable, Sendable {
    /// Llama 3, 3.1, 3.2 and 3.3, and their distillations: byte-level BPE, 128,000 ranks.
    case llama3 = "llama-3"
    /// Qwen 2 and 2.5, and their distillations: byte-level BPE after NFC, 151,643 ranks.
    case qwen2 = "qwen-2"
    /// Mistral 7B v0.1 to v0.3: SentencePiece BPE over characters with byte fallback.
    case mistral

    /// The plainest chat template of the family, for models of which only the family is guessed.
    public var plainTemplate: ChatTemplate {
        switch self {
        case .llama3: .llama3
        case .qwen2: .chatML
        case .mistral: .mistral2
        }
    }

    /// The chat template assumed where no model is named.
    public var template: ChatTemplate {
        switch self {
        case .llama3: .llama31
        case .qwen2: .qwen25
        case .mistral: .mistral2
        }
    }
}

extension ModelFamily {
    /// The family's name for people.
    public var title: String {
        switch self {
        case .llama3: "Llama 3"
        case .qwen2: "Qwen 2"
        case .mistral: "Mistral"
        }
    }
}
