/// Whether a LoRA adapter is complete: a pair of matrices for every module, of the rank that is said.
struct AdapterCheck {
    private let contents: ModelContents
    /// What is wrong.
    private(set) var defects = ModelDefectList()

    private let weightsPath: String
    private let settingsPath: String

    /// Checks the adapter that `contents` holds.
    init(_ contents: ModelContents) {
        self.contents = contents
        weightsPath = contents.root + ModelContents.adapterWeightsName
        settingsPath = contents.root + ModelContents.adapterConfigurationName
        let configuration = contents.settings[ModelContents.adapterConfigurationName].map(
            AdapterConfiguration.init)
        if !contents.names.contains(ModelContents.adapterConfigurationName) {
            defects.append(ModelDefect(.noConfiguration, in: settingsPath))
        }
        if !contents.names.contains(ModelContents.adapterWeightsName) {
            defects.append(ModelDefect(.noWeights, in: weightsPath))
        }
        if let configuration { check(configuration) }
        if let file = contents.weights[ModelContents.adapterWeightsName] {
            check(file, against: configuration)
        }
    }

    private mutating func check(_ configuration: AdapterConfiguration) {
        for (key, value) in configuration.senselessSettings.sorted(by: { $0.key < $1.key }) {
            defects.append(ModelDefect(.setting(value), in: settingsPath, setting: key))
        }
        if let kind = configuration.kind, !configuration.isLora {
            defects.append(ModelDefect(.otherAdapter(kind), in: settingsPath, setting: "peft_type"))
        }
        guard configuration.isLora else { return }
        if configuration.rank == nil, configuration.senselessSettings["r"] == nil {
            defects.append(ModelDefect(.missingSetting, in: settingsPath, setting: "r"))
        }
    }

    private mutating func check(_ file: SafetensorsFile, against configuration: AdapterConfiguration?) {
        guard configuration?.isLora != false else { return }
        let targets = AdapterTargets(configuration)
        var modules: [String: LoraModule] = [:]
        for tensor in file.tensors {
            if tensor.shape.contains(0) { note(.emptyTensor(shape: tensor.shape), of: tensor) }
            if let lora = LoraTensor(tensor.name), targets.covers(lora.module) {
                modules[lora.module, default: LoraModule()].tensors[lora.role] = tensor
            } else if !targets.allows(tensor.name) {
                note(.unknownTensor, of: tensor)
            }
        }
        checkTypes(modules)
        for (name, module) in modules.sorted(by: { $0.key < $1.key }) {
            check(module, named: name, against: targets)
        }
        checkTargets(targets, have: modules)
        checkWholeModules(configuration?.wholeModules ?? [], in: file)
        guard !targets.choosesLayers else { return }
        let layered = modules.keys.filter { !targets.holdsParameters($0) }
        for (module, layers) in LayerGaps.gaps(in: layered) {
            defects.append(ModelDefect(.missingLayers(module: module, layers: layers), in: weightsPath))
        }
    }

    /// The matrices are of one type; what was trained whole beside them may have the base model's.
    private mutating func checkTypes(_ modules: [String: LoraModule]) {
        var types: [TensorType: Int] = [:]
        for module in modules.values {
            for (role, tensor) in module.tensors where role != .magnitude {
                types[tensor.type, default: 0] += 1
            }
        }
        if types.count > 1 { defects.append(ModelDefect(.mixedTypes(types), in: weightsPath)) }
    }

    /// Targets are often lists for several families, of which a model has some; one at least it must have.
    private mutating func checkTargets(_ targets: AdapterTargets, have modules: [String: LoraModule]) {
        let missing = targets.missing(in: modules.keys)
        let isDefect = modules.isEmpty && targets.lacksAll(missing)
        for name in missing {
            defects.append(
                ModelDefect(isDefect ? .untrainedTarget(name) : .absentTarget(name), in: weightsPath))
        }
        if modules.isEmpty, !(isDefect && !missing.isEmpty) {
            defects.append(ModelDefect(.noLora, in: weightsPath))
        }
    }

    /// What was to be trained whole is there. PEFT adds both names of a classifier's head, of which a model has one.
    private mutating func checkWholeModules(_ names: [String], in file: SafetensorsFile) {
        var missing = Set(names)
        for tensor in file.tensors where !missing.isEmpty && LoraTensor(tensor.name) == nil {
            guard LoraTensor.isSensible(tensor.name) else { continue }
            let name = LoraTensor.withoutPrefix(tensor.name)
            for part in name.split(separator: ".") { missing.remove(String(part)) }
            for ending in AdapterTargets.endings(of: name) { missing.remove(ending) }
            let module = name.lastIndex(of: ".").map { name[..<$0] } ?? name
            for ending in AdapterTargets.endings(of: module) { missing.remove(ending) }
        }
        let heads = Self.classifierHeads.intersection(names)
        if !heads.isSubset(of: missing) { missing.subtract(heads) }
        for name in missing.sorted() { defects.append(ModelDefect(.untrainedTarget(name), in: weightsPath)) }
    }

    private static let classifierHeads: Set<String> = ["classifier", "score"]

    private mutating func note(_ kind: ModelDefect.Kind, of tensor: SafetensorsTensor) {
        defects.append(ModelDefect(kind, in: weightsPath, part: .tensor(tensor.name), bytes: tensor.bytes))
    }

    private mutating func check(_ module: LoraModule, named name: String, against targets: AdapterTargets) {
        if let (tensor, role) = module.half(withMagnitude: targets.usesMagnitudes) {
            let has = LoraTensor(tensor.name)?.role.rawValue ?? ""
            note(.missingHalf(module: name, has: has, lacks: role.rawValue), of: tensor)
        }
        var ranks: [LoraTensor.Role: Int] = [:]
        for (role, tensor) in module.tensors.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where role != .magnitude {
            guard tensor.shape.count >= 2 else {
                note(.noMatrix(shape: tensor.shape), of: tensor)
                continue
            }
            let rank = role == .a || role == .embeddingA ? tensor.shape[0] : tensor.shape[1]
            ranks[role] = rank
            if let wanted = targets.wantedRank(of: name, found: rank) {
                note(.wrongRank(found: rank, wanted: wanted), of: tensor)
            }
        }
        for (one, other) in LoraModule.pairs {
            if let a = ranks[one], let b = ranks[other], a != b, let tensor = module.tensors[other] {
                note(.ranksDiffer(module: name, a: a, b: b), of: tensor)
            }
        }
    }
}
