extension Hyperparameters {
    /// The batch sizes the service takes.
    public static let batchSizes = [4, 8, 12, 16, 20, 24, 28, 32]
    /// The modules an adapter can be added to.
    public static let modules = [
        "k_proj", "up_proj", "o_proj", "q_proj", "down_proj", "v_proj", "gate_proj",
    ]

    /// What Nscale would refuse, in its order.
    var defects: [Defect] {
        [
            Self.defect("n_epochs", epochs, within: 1...20), Self.defect("n_evals", evals, within: 0...100),
            batchDefect, Self.defect("learning_rate", learningRate, within: 0.00000001...0.01),
            Self.defect("warmup_ratio", warmupRatio, within: 0...1), decayDefect, loraDefect,
            Self.defect("lora.r", lora.rank, within: 1...64),
            Self.defect("lora.alpha", lora.alpha, within: 1...64),
            Self.defect("lora.dropout", lora.dropout, within: 0...1),
        ].compactMap { $0 } + moduleDefects
    }

    private static func defect<Value: Comparable>(
        _ name: String, _ value: Value, within bounds: ClosedRange<Value>
    ) -> Defect? {
        if bounds.contains(value) { return nil }
        let (least, most) = (spelled(bounds.lowerBound), spelled(bounds.upperBound))
        return Defect(name: name, message: "`\(name)` takes \(least) to \(most), not \(spelled(value))")
    }

    /// Without the point of a whole number.
    private static func spelled(_ value: some Comparable) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private var batchDefect: Defect? {
        if Self.batchSizes.contains(batchSize) { return nil }
        let sizes = Self.batchSizes.map { "\($0)" }.joined(separator: ", ")
        return Defect(name: "batch_size", message: "`batch_size` takes one of \(sizes), not \(batchSize)")
    }

    private var decayDefect: Defect? {
        if weightDecay >= 0, weightDecay.isFinite { return nil }
        return Defect(
            name: "weight_decay",
            message: "`weight_decay` takes 0 or more, not \(Self.spelled(weightDecay))")
    }

    private var loraDefect: Defect? {
        if lora.isEnabled { return nil }
        return Defect(name: "lora.enabled", message: "`lora.enabled` must be true: only adapters are trained")
    }

    private var moduleDefects: [Defect] {
        lora.modules.filter { !Self.modules.contains($0) }.map { module in
            Defect(
                name: "lora.trainable_modules",
                message: "`lora.trainable_modules` takes any of \(Self.modules.joined(separator: ", ")), not"
                    + " `\(module)`")
        }
    }
}

extension Hyperparameters {
    /// Names that some pages of the service still use for hyperparameters that have other names now.
    public enum OldName: String, Sendable, CaseIterable {
        /// How often the validation data is evaluated.
        case evaluationEpochs = "evaluation_epochs"
        /// How many epochs the learning rate rises.
        case warmupEpochs = "warmup_epochs"

        /// The name of today.
        public var today: String {
            switch self {
            case .evaluationEpochs: "n_evals"
            case .warmupEpochs: "warmup_ratio"
            }
        }
    }

    /// Takes a value that was given under an old name, in the unit of today's; returns what to tell about it. Epochs of
    /// warming up become their share of all epochs, so `epochs` must be set before.
    public mutating func take(_ value: Int, as name: OldName) -> String {
        switch name {
        case .evaluationEpochs: evals = value
        case .warmupEpochs: warmupRatio = epochs > 0 ? Double(value) / Double(epochs) : Double(value)
        }
        let now = name == .evaluationEpochs ? "\(evals)" : "\(warmupRatio)"
        return "`\(name.rawValue)` is called `\(name.today)` now: \(value) was taken as \(now)"
    }
}
