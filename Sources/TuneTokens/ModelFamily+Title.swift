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
