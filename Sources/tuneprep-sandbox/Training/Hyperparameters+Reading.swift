extension Hyperparameters {
    /// Reads and checks what a request says; what it leaves out keeps its default.
    init(_ json: JSON?, allowingOldNames: Bool) throws(Refusal) {
        guard let json, json != .null else { return }
        guard let members = json.object else { throw .invalid("hyperparameters must be an object") }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            try read(value, as: name, allowingOldNames: allowingOldNames)
        }
    }

    private mutating func read(_ value: JSON, as name: String, allowingOldNames: Bool) throws(Refusal) {
        let field = Field("hyperparameters.\(name)", value: value)
        switch name {
        case "n_epochs": epochs = try field.integer(1...20)
        case "n_evals": evaluations = try field.integer(0...100)
        case "batch_size": batchSize = try field.integer(oneOf: [4, 8, 12, 16, 20, 24, 28, 32])
        case "learning_rate": learningRate = try field.number(1e-8...0.01)
        case "warmup_ratio": warmupRatio = try field.number(0...1)
        case "weight_decay": weightDecay = try field.number(0...(.greatestFiniteMagnitude))
        case "best_checkpoints": bestCheckpoints = try field.bool()
        case "mask_prompt_labels": maskPromptLabels = try field.bool()
        case "lora": lora = try LoRA(value)
        case "evaluation_epochs" where !allowingOldNames: throw Hyperparameters.renamed(name, to: "n_evals")
        case "warmup_epochs" where !allowingOldNames: throw Hyperparameters.renamed(name, to: "warmup_ratio")
        case "evaluation_epochs", "warmup_epochs": break
        default: throw .invalid("hyperparameters.\(name) is not known")
        }
    }

    private static func renamed(_ old: String, to new: String) -> Refusal {
        .invalid("hyperparameters.\(old) is not known; its name is \(new)")
    }
}

extension Hyperparameters.LoRA {
    init(_ json: JSON) throws(Refusal) {
        guard let members = json.object else { throw .invalid("hyperparameters.lora must be an object") }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            let field = Field("hyperparameters.lora.\(name)", value: value)
            switch name {
            case "enabled": enabled = try field.bool()
            case "r": r = try field.integer(1...64)
            case "alpha": alpha = try field.integer(1...64)
            case "dropout": dropout = try field.number(0...1)
            case "trainable_modules": trainableModules = try field.words(Hyperparameters.modules)
            default: throw .invalid("hyperparameters.lora.\(name) is not known")
            }
        }
        if !enabled { throw .invalid("hyperparameters.lora.enabled must be true: only LoRA is supported") }
    }
}
