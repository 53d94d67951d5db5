import TuneFindings

/// The folders in the examples of rules. A line is `NAME = CONTENT`, or `NAME -> TARGET` for a link; a safetensors
/// file is its tensors, full of zeros, or its header and the bytes behind it.
enum ModelExample {
    static let adapterSettings = settings(rank: 2)
    static let pair =
        "adapter_model.safetensors = layers.0.q_proj.lora_A.weight F16 [2,4], layers.0.q_proj.lora_B.weight F16 [4,2]"

    /// A LoRA adapter with nothing wrong.
    static let adapter = folder(adapterSettings, pair)

    /// A Llama of one layer with nothing wrong.
    static let full = folder(
        configuration, "model.safetensors = \(embeddings), \(layer), \(output)", tokenizer)

    /// The same in two shards.
    static let sharded = folder(otherConfiguration, firstShard, secondShard, index, tokenizer)

    static let tokenizer = "tokenizer.json = {}"
    static let configuration =
        #"config.json = {"model_type":"llama","hidden_size":4,"num_hidden_layers":1,"vocab_size":3,"#
        + #""intermediate_size":8,"num_attention_heads":2}"#
    static let embeddings = "model.embed_tokens.weight BF16 [3,4]"
    static let output = "model.norm.weight BF16 [4], lm_head.weight BF16 [3,4]"
    static let layer =
        ["q", "k", "v", "o"].map { "model.layers.0.self_attn.\($0)_proj.weight BF16 [4,4]" }
        .joined(separator: ", ")
        + ", model.layers.0.mlp.gate_proj.weight BF16 [8,4], model.layers.0.mlp.up_proj.weight BF16 [8,4]"
        + ", model.layers.0.mlp.down_proj.weight BF16 [4,8], model.layers.0.input_layernorm.weight BF16 [4]"
        + ", model.layers.0.post_attention_layernorm.weight BF16 [4]"
    static let firstShard = "model-00001-of-00002.safetensors = a F16 [2]"
    static let secondShard = "model-00002-of-00002.safetensors = b F16 [2]"
    static let index = index(totalSize: 8)
    static let wrongIndex = index(totalSize: 9)
    private static func index(totalSize: Int) -> String {
        #"model.safetensors.index.json = {"metadata":{"total_size":\#(totalSize)},"weight_map":{"#
            + #""a":"model-00001-of-00002.safetensors","b":"model-00002-of-00002.safetensors"}}"#
    }
    /// Settings of a family whose tensors are not known.
    static let otherConfiguration = #"config.json = {"model_type":"other"}"#

    static func settings(rank: Int, targets: String = #"["q_proj"]"#) -> String {
        #"adapter_config.json = {"peft_type":"LORA","r":\#(rank),"lora_alpha":4,"target_modules":\#(targets)}"#
    }

    static func folder(_ lines: String...) -> String { lines.joined(separator: "\n") + "\n" }

    /// An example of an adapter.
    static func adapter(_ lines: String...) -> RuleExample {
        RuleExample("adapter/", lines.joined(separator: "\n") + "\n")
    }

    /// An example of a full model.
    static func model(_ lines: String...) -> RuleExample {
        RuleExample("model/", lines.joined(separator: "\n") + "\n")
    }
}
