/// The tensors that a configuration of the Llama, Mistral or Qwen 2 family asks for.
///
/// Source: the modules of transformers 4.57, `modeling_llama.py`, `modeling_mistral.py`, `modeling_qwen2.py`.
struct ExpectedTensors {
    /// Those that have to be there, in the order of the model.
    private(set) var required: [(name: String, shape: [Int])] = []
    private var shapes: [String: [Int]] = [:]

    private static let families: Set<String> = ["llama", "mistral", "qwen2"]

    /// True when the configuration's tensors are known by name and shape.
    static func knows(_ configuration: ModelConfiguration) -> Bool {
        let makesText =
            configuration.architectures.isEmpty
            || configuration.architectures.contains { $0.hasSuffix("ForCausalLM") }
        return families.contains(configuration.modelType ?? "") && makesText && !configuration.isQuantized
    }

    /// The keys that have to be there and are not.
    static func missingKeys(_ configuration: ModelConfiguration) -> [String] {
        let sizes = [
            ("hidden_size", configuration.hiddenSize), ("num_hidden_layers", configuration.layers),
            ("vocab_size", configuration.vocabulary), ("intermediate_size", configuration.intermediateSize),
            ("num_attention_heads", configuration.heads),
        ]
        return sizes.filter { $0.1 == nil && configuration.senselessSettings[$0.0] == nil }.map { $0.0 }
    }

    /// The tensors that `configuration` asks for; nil when a size is not known.
    init?(_ configuration: ModelConfiguration) {
        guard let hidden = configuration.hiddenSize, let layers = configuration.layers,
            let vocabulary = configuration.vocabulary, let inner = configuration.intermediateSize,
            let heads = configuration.heads, let keyValueHeads = configuration.keyValueHeads,
            let headSize = configuration.headSize
        else { return nil }
        require("model.embed_tokens.weight", shape: [vocabulary, hidden])
        for layer in 0..<layers {
            let prefix = "model.layers.\(layer)."
            require(prefix + "input_layernorm.weight", shape: [hidden])
            let hasBias = configuration.modelType == "qwen2"
            for (name, count) in [("q", heads), ("k", keyValueHeads), ("v", keyValueHeads)] {
                addLinear(
                    prefix + "self_attn.\(name)_proj", shape: [count * headSize, hidden], hasBias: hasBias)
            }
            addLinear(prefix + "self_attn.o_proj", shape: [hidden, heads * headSize])
            require(prefix + "post_attention_layernorm.weight", shape: [hidden])
            addLinear(prefix + "mlp.gate_proj", shape: [inner, hidden])
            addLinear(prefix + "mlp.up_proj", shape: [inner, hidden])
            addLinear(prefix + "mlp.down_proj", shape: [hidden, inner])
        }
        require("model.norm.weight", shape: [hidden])
        if configuration.tiesEmbeddings {
            shapes["lm_head.weight"] = [vocabulary, hidden]
        } else {
            require("lm_head.weight", shape: [vocabulary, hidden])
        }
    }

    /// The shape a tensor should have; nil for one that is not asked for.
    func shape(of name: String) -> [Int]? { shapes[name] }

    /// True for what older versions wrote and every version leaves alone.
    func isHarmless(_ name: String) -> Bool { name.hasSuffix("rotary_emb.inv_freq") }

    /// A linear layer; a bias may be there even where it need not.
    private mutating func addLinear(_ name: String, shape: [Int], hasBias: Bool = false) {
        require(name + ".weight", shape: shape)
        if hasBias { require(name + ".bias", shape: [shape[0]]) } else { shapes[name + ".bias"] = [shape[0]] }
    }

    private mutating func require(_ name: String, shape: [Int]) {
        required.append((name, shape))
        shapes[name] = shape
    }
}
