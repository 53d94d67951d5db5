/// How a model is taught.
public enum TrainingMethod: String, Sendable, Hashable, CaseIterable {
    /// Supervised fine-tuning on prompts and answers.
    case sft
    /// Direct preference optimisation on preferred and rejected answers.
    case dpo
}
