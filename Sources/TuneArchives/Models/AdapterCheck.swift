/// Whether a LoRA adapter is complete: a pair of matrices for every module, of the rank that is said.
struct AdapterCheck {
    private let contents: ModelContents
    /// What is wrong.
    private(set) var defects: [ModelDefect] = []

    private let weightsPath: String
    private let settingsPath: String

    init(_ contents: ModelContents) {
        self.contents = contents
        weightsPath = contents.root + ModelContents.adapterWeightsName
        settingsPath = contents.root + ModelContents.adapterConfigurationName
        let configuration = contents.settings[ModelContents.adapterConfigurationName].map(
            AdapterConfiguration.init)
        if !contents.names.contains(ModelContents.adapterConfigurationName) {
            defects.append(ModelDefect(settingsPath, .noConfiguration))
        }
        if !contents.names.contains(ModelContents.adapterWeightsName) {
            defects.append(ModelDefect(weightsPath, .noWeights))
        }
        if let configuration { check(configuration) }
        if let file = contents.weights[ModelContents.adapterWeightsName] {
            check(file, configuration)
        }
    }

    private mutating func check(_ configuration: AdapterConfiguration) {
        for (key, value) in configuration.faults.sorted(by: { $0.key < $1.key }) {
            defects.append(ModelDefect(settingsPath, setting: key, .setting(value)))
        }
        if let kind = configuration.kind, !configuration.isLora {
            defects.append(ModelDefect(settingsPath, setting: "peft_type", .otherAdapter(kind)))
        }
        guard configuration.isLora else { return }
        if configuration.rank == nil, configuration.faults["r"] == nil {
            defects.append(ModelDefect(settingsPath, setting: "r", .missingSetting))
        }
    }

    private mutating func check(_ file: SafetensorsFile, _ configuration: AdapterConfiguration?) {
        guard configuration?.isLora != false else { return }
        let types = Dictionary(file.tensors.map { ($0.type, 1) }, uniquingKeysWith: +)
        if types.count > 1 { defects.append(ModelDefect(weightsPath, .mixedTypes(types))) }
        let targets = AdapterTargets(configuration)
        var modules: [String: LoraModule] = [:]
        for tensor in file.tensors {
            if let lora = LoraTensor(tensor.name), targets.covers(lora.module) {
                modules[lora.module, default: LoraModule()].tensors[lora.role] = tensor
            } else if !targets.allows(tensor.name) {
                note(tensor, .unknownTensor)
            }
        }
        for (name, module) in modules.sorted(by: { $0.key < $1.key }) { check(module, name, targets) }
        for name in targets.missing(in: modules.keys) {
            defects.append(ModelDefect(weightsPath, .untrainedTarget(name)))
        }
        guard !targets.choosesLayers else { return }
        for (module, layers) in LayerGaps.gaps(in: modules.keys) {
            defects.append(ModelDefect(weightsPath, .missingLayers(module: module, layers: layers)))
        }
    }

    private mutating func note(_ tensor: SafetensorsTensor, _ fault: ModelFault) {
        defects.append(ModelDefect(weightsPath, fault, part: .tensor(tensor.name), bytes: tensor.bytes))
    }

    private mutating func check(_ module: LoraModule, _ name: String, _ targets: AdapterTargets) {
        if let (tensor, role) = module.half {
            let has = LoraTensor(tensor.name)?.role.rawValue ?? ""
            note(tensor, .missingHalf(module: name, has: has, lacks: role.rawValue))
        }
        var ranks: [LoraTensor.Role: Int] = [:]
        for (role, tensor) in module.tensors.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where role != .magnitude {
            guard tensor.shape.count >= 2 else {
                note(tensor, .noMatrix(shape: tensor.shape))
                continue
            }
            let rank = role == .a || role == .embeddingA ? tensor.shape[0] : tensor.shape[1]
            ranks[role] = rank
            if let wanted = targets.wantedRank(of: name, found: rank) {
                note(tensor, .wrongRank(found: rank, wanted: wanted))
            }
        }
        if targets.hasNoRank, let a = ranks[.a], let b = ranks[.b], a != b, let tensor = module.tensors[.b] {
            note(tensor, .ranksDiffer(module: name, a: a, b: b))
        }
    }
}
