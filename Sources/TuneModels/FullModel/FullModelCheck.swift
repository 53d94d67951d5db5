/// Whether a full model is complete, and its tensors fit its configuration.
struct FullModelCheck {
    private let contents: ModelContents
    /// What is wrong.
    private(set) var defects = ModelDefectList()

    /// Checks the model that `contents` holds.
    init(_ contents: ModelContents) {
        self.contents = contents
        let shards = ShardCheck(contents)
        defects = shards.defects
        if !contents.hasTokenizer { note(.noTokenizer, in: "") }
        guard contents.names.contains(ModelContents.configurationName) else {
            note(.noConfiguration, in: ModelContents.configurationName)
            return
        }
        guard let settings = contents.settings[ModelContents.configurationName] else { return }
        let configuration = ModelConfiguration(settings)
        for (key, value) in configuration.senselessSettings.sorted(by: { $0.key < $1.key }) {
            defects.append(
                ModelDefect(.setting(value), in: path(ModelContents.configurationName), setting: key))
        }
        check(shards, against: configuration)
    }

    private func path(_ name: String) -> String { contents.root + name }

    private mutating func note(_ kind: ModelDefect.Kind, in name: String) {
        defects.append(ModelDefect(kind, in: name.isEmpty ? String(contents.root.dropLast()) : path(name)))
    }

    /// Compares the tensors of the shards with what the configuration asks for, as far as that is known.
    private mutating func check(_ shards: ShardCheck, against configuration: ModelConfiguration) {
        let names = shards.used
        if configuration.isQuantized || Self.quantized.contains(where: contents.names.contains) { return }
        guard ExpectedTensors.knows(configuration), !names.isEmpty else { return checkEmpty(names) }
        for key in ExpectedTensors.missingKeys(configuration) {
            defects.append(
                ModelDefect(.missingSetting, in: path(ModelContents.configurationName), setting: key))
        }
        guard let expected = ExpectedTensors(configuration) else { return }
        var seen = Set<String>()
        for name in names {
            for tensor in contents.weights[name]?.tensors ?? [] {
                seen.insert(tensor.name)
                guard let wanted = expected.shape(of: tensor.name) else {
                    if !expected.isHarmless(tensor.name) {
                        note(.unknownTensor, in: name, tensor: tensor.name)
                    }
                    continue
                }
                if wanted != tensor.shape {
                    note(.wrongShape(found: tensor.shape, wanted: wanted), in: name, tensor: tensor.name)
                }
            }
        }
        // A file that is missing or broken has its own finding; what it would hold is not known.
        guard shards.isComplete, names.allSatisfy({ contents.weights[$0] != nil }) else { return }
        let home = contents.index == nil ? ModelContents.weightsName : ShardIndex.fileName
        for (tensor, shape) in expected.required where !seen.contains(tensor) {
            note(.missingTensor(shape: shape), in: home, tensor: tensor)
        }
    }

    /// Weights without elements are what is left when a model in pieces is saved from one of them.
    private mutating func checkEmpty(_ names: [String]) {
        for name in names {
            for tensor in contents.weights[name]?.tensors ?? [] where tensor.shape.contains(0) {
                note(.emptyTensor(shape: tensor.shape), in: name, tensor: tensor.name)
            }
        }
    }

    /// What quantizers wrote before `config.json` said it.
    private static let quantized = ["quant_config.json", "quantize_config.json"]

    private mutating func note(_ kind: ModelDefect.Kind, in name: String, tensor: String) {
        defects.append(ModelDefect(kind, in: path(name), tensor: tensor))
    }
}
