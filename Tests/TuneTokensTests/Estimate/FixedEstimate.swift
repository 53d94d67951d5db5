/// A text and what the weights of this version make of it, by family; a new fit changes these.
struct FixedEstimate: Sendable {
    let text: String
    let tokens: [Int]

    init(_ text: String, llama3: Int, qwen2: Int, mistral: Int) {
        self.text = text
        tokens = [llama3, qwen2, mistral]
    }
}
