/// Which weights are trained.
public enum Adapter: String, Sendable, Hashable, CaseIterable {
    /// A low-rank adapter beside the model's own weights.
    case lora
    /// All of the model's weights.
    case full
}
