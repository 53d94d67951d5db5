public import TuneBytes

/// What `adapter_config.json` says of a LoRA adapter, by the names of PEFT.
public struct AdapterConfiguration: Sendable, Hashable {
    /// Which modules were trained.
    public enum Targets: Sendable, Hashable {
        /// Those whose name is one of these, or ends with `.` and one of these.
        case names([String])
        /// Those that a regular expression matches, or `all-linear`.
        case pattern(String)
    }

    /// The kind of adapter; `LORA`.
    public var kind: String?
    /// The model it was trained on.
    public var baseModel: String?
    /// The rank.
    public var rank: Int?
    /// The scale's numerator.
    public var alpha: Double?
    /// Which modules were trained; nil when it is not said.
    public var targets: Targets?
    /// Modules with a rank of their own, by name or pattern.
    public var ranks: [String: Int]
    /// Modules that were trained whole.
    public var wholeModules: [String]
    /// True when biases were trained as well.
    public var trainsBias: Bool
    /// True when each module has a vector of magnitudes (DoRA).
    public var usesMagnitudes: Bool
    /// True when the second matrix of each pair has a bias.
    public var trainsLoraBias: Bool
    /// Parameters that were trained without being modules of their own, such as those of experts.
    public var parameters: [String]
    /// True when only some layers were trained.
    public var choosesLayers: Bool

    /// Members that are given and make no sense, with the key.
    public internal(set) var senselessSettings: [String: JSON] = [:]

    private static let largestRank = 1 << 20

    /// Takes what matters out of the settings.
    public init(_ settings: JSON) {
        parameters = settings["target_parameters"]?.texts ?? []
        kind = settings["peft_type"]?.text
        baseModel = settings["base_model_name_or_path"]?.text
        rank = Self.rank(settings["r"])
        alpha = settings["lora_alpha"]?.number
        targets = Self.targets(settings["target_modules"], mayBeEmpty: !parameters.isEmpty)
        ranks = Self.ranks(settings["rank_pattern"])
        wholeModules = settings["modules_to_save"]?.texts ?? []
        trainsBias = settings["bias"]?.text.map { $0 != "none" } ?? false
        trainsLoraBias = settings["lora_bias"]?.boolean ?? false
        usesMagnitudes = settings["use_dora"]?.boolean ?? false
        choosesLayers = settings["layers_to_transform"] != nil
        if let value = settings["r"], rank == nil { senselessSettings["r"] = value }
        if let value = settings["target_modules"], targets == nil {
            senselessSettings["target_modules"] = value
        }
        if let value = settings["lora_alpha"], alpha.map({ $0.isFinite && $0 > 0 }) != true {
            senselessSettings["lora_alpha"] = value
        }
    }

    /// True when LoRA's tensors are to be expected.
    public var isLora: Bool { kind.map { $0.uppercased() == "LORA" } ?? true }

    private static func rank(_ setting: JSON?) -> Int? {
        guard case .number = setting, let rank = setting?.integer, (1...largestRank).contains(rank) else {
            return nil
        }
        return rank
    }

    private static func targets(_ setting: JSON?, mayBeEmpty: Bool) -> Targets? {
        if let names = setting?.texts, mayBeEmpty || !names.isEmpty { return .names(names) }
        return setting?.text.map { .pattern($0) }
    }

    private static func ranks(_ setting: JSON?) -> [String: Int] {
        var ranks: [String: Int] = [:]
        for key in setting?.keys ?? [] { ranks[key] = rank(setting?[key]) }
        return ranks
    }
}
