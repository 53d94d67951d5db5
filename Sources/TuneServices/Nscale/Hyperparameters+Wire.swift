internal import TuneBytes

extension Hyperparameters {
    /// The hyperparameters as Nscale takes them.
    var wire: JSON {
        .object([
            ("n_epochs", .number(epochs)), ("n_evals", .number(evals)),
            ("batch_size", .number(batchSize)), ("learning_rate", .decimal("\(learningRate)")),
            ("warmup_ratio", .decimal("\(warmupRatio)")), ("weight_decay", .decimal("\(weightDecay)")),
            ("best_checkpoints", .boolean(bestCheckpoints)),
            ("mask_prompt_labels", .boolean(maskPromptLabels)),
            (
                "lora",
                .object([
                    ("enabled", .boolean(lora.isEnabled)), ("r", .number(lora.rank)),
                    ("alpha", .number(lora.alpha)), ("dropout", .decimal("\(lora.dropout)")),
                    ("trainable_modules", .array(lora.modules.map { .text($0) })),
                ])
            ),
        ])
    }
}

extension Hyperparameters {
    /// Names that some pages of the service still use for hyperparameters that have other names now.
    public enum OldName: String, Sendable, CaseIterable {
        case evaluationEpochs = "evaluation_epochs"
        case warmupEpochs = "warmup_epochs"

        /// The name of today.
        public var today: String {
            switch self {
            case .evaluationEpochs: "n_evals"
            case .warmupEpochs: "warmup_ratio"
            }
        }
    }

    /// Takes a value given under an old name, in its new one's unit; returns what to tell about it. Epochs of
    /// warming up become their share of all epochs, so `epochs` must be set before.
    public mutating func take(_ name: OldName, _ value: Int) -> String {
        switch name {
        case .evaluationEpochs: evals = value
        case .warmupEpochs: warmupRatio = epochs > 0 ? Double(value) / Double(epochs) : Double(value)
        }
        let now = name == .evaluationEpochs ? "\(evals)" : "\(warmupRatio)"
        return "`\(name.rawValue)` is called `\(name.today)` now: \(value) was taken as \(now)"
    }
}
