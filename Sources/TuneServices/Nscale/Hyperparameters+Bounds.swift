extension Hyperparameters {
    /// The batch sizes the service takes.
    public static let batchSizes = [4, 8, 12, 16, 20, 24, 28, 32]
    /// The modules an adapter can stand beside.
    public static let modules = [
        "k_proj", "up_proj", "o_proj", "q_proj", "down_proj", "v_proj", "gate_proj",
    ]

    /// A value the service would refuse.
    public struct Fault: Sendable, Equatable {
        /// The service's name of the hyperparameter.
        public var name: String
        /// What is wrong: lower case, no full stop.
        public var message: String
    }

    /// What the service would refuse, in its order.
    public var faults: [Fault] {
        [
            Self.fault("n_epochs", epochs, within: 1...20), Self.fault("n_evals", evals, within: 0...100),
            batchFault, Self.fault("learning_rate", learningRate, within: 0.00000001...0.01),
            Self.fault("warmup_ratio", warmupRatio, within: 0...1), decayFault, loraFault,
            Self.fault("lora.r", lora.rank, within: 1...64),
            Self.fault("lora.alpha", lora.alpha, within: 1...64),
            Self.fault("lora.dropout", lora.dropout, within: 0...1),
        ].compactMap { $0 } + moduleFaults
    }

    private static func fault<Value: Comparable>(
        _ name: String, _ value: Value, within bounds: ClosedRange<Value>
    ) -> Fault? {
        if bounds.contains(value) { return nil }
        let (least, most) = (spelled(bounds.lowerBound), spelled(bounds.upperBound))
        return Fault(name: name, message: "`\(name)` takes \(least) to \(most), not \(spelled(value))")
    }

    /// Without the point of a whole number.
    private static func spelled(_ value: some Comparable) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private var batchFault: Fault? {
        if Self.batchSizes.contains(batchSize) { return nil }
        let sizes = Self.batchSizes.map { "\($0)" }.joined(separator: ", ")
        return Fault(name: "batch_size", message: "`batch_size` takes one of \(sizes), not \(batchSize)")
    }

    private var decayFault: Fault? {
        if weightDecay >= 0, weightDecay.isFinite { return nil }
        return Fault(
            name: "weight_decay",
            message: "`weight_decay` takes 0 or more, not \(Self.spelled(weightDecay))")
    }

    private var loraFault: Fault? {
        if lora.isEnabled { return nil }
        return Fault(name: "lora.enabled", message: "`lora.enabled` must be true: only adapters are trained")
    }

    private var moduleFaults: [Fault] {
        lora.modules.filter { !Self.modules.contains($0) }.map { module in
            Fault(
                name: "lora.trainable_modules",
                message: "`lora.trainable_modules` takes any of \(Self.modules.joined(separator: ", ")), not"
                    + " `\(module)`")
        }
    }
}
