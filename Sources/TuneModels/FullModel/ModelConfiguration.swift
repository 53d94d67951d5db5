public import TuneBytes

/// What `config.json` says of a model, as far as the tensors have to agree with it.
public struct ModelConfiguration: Sendable, Hashable {
    /// The family, such as `llama`.
    public var modelType: String?
    /// The classes that load it.
    public var architectures: [String]
    /// The type the weights are meant to have.
    public var torchType: String?
    /// The size of the vectors between layers; nil, like the other sizes, when it is not given or makes no sense.
    public var hiddenSize: Int?
    /// The number of layers.
    public var layers: Int?
    /// The number of tokens that have an embedding.
    public var vocabulary: Int?
    /// The size of the inner layer of the feed-forward network.
    public var intermediateSize: Int?
    /// The attention heads of queries.
    public var heads: Int?
    /// The attention heads of keys and values; those of queries when it is not given.
    public var keyValueHeads: Int?
    /// The size of one head; when it is not given, the hidden size divided among the heads of queries.
    public var headSize: Int?
    /// True when the output shares the embeddings.
    public var tiesEmbeddings: Bool
    /// True when the weights are packed in a form of their own, so that their shapes say nothing.
    public var isQuantized: Bool

    /// Sizes that are given and are no sensible number, with the key.
    public internal(set) var senselessSettings: [String: JSON] = [:]

    /// More layers, or a larger size, than any model has.
    private static let mostLayers = 4096
    private static let largest = 1 << 28

    /// Takes what matters out of the settings.
    public init(_ settings: JSON) {
        modelType = settings["model_type"]?.text
        architectures = settings["architectures"]?.texts ?? []
        torchType = settings["torch_dtype"]?.text ?? settings["dtype"]?.text
        tiesEmbeddings = settings["tie_word_embeddings"]?.boolean ?? false
        isQuantized = settings["quantization_config"] != nil
        var senseless: [String: JSON] = [:]
        func size(_ key: String, atMost most: Int = Self.largest) -> Int? {
            guard let setting = settings[key] else { return nil }
            if case .number = setting, let number = setting.integer, (1...most).contains(number) {
                return number
            }
            senseless[key] = setting
            return nil
        }
        hiddenSize = size("hidden_size")
        layers = size("num_hidden_layers", atMost: Self.mostLayers)
        vocabulary = size("vocab_size")
        intermediateSize = size("intermediate_size")
        heads = size("num_attention_heads")
        keyValueHeads = size("num_key_value_heads") ?? heads
        headSize = size("head_dim")
        if headSize == nil, let hiddenSize, let heads { headSize = hiddenSize / heads }
        senselessSettings = senseless
    }
}
