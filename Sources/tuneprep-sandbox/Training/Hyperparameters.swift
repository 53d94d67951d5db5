/// The hyperparameters of a job, with the service's names, bounds and defaults.
struct Hyperparameters: Codable, Sendable, Equatable {
    struct LoRA: Codable, Sendable, Equatable {
        var enabled = true
        var r = 8
        var alpha = 8
        var dropout = 0.0
        var trainableModules: [String] = []
    }

    var epochs = 1
    var evaluations = 0
    var batchSize = 4
    var learningRate = 0.00001
    var warmupRatio = 0.0
    var weightDecay = 0.0
    var bestCheckpoints = false
    var maskPromptLabels = false
    var lora = LoRA()

    static let modules = ["k_proj", "up_proj", "o_proj", "q_proj", "down_proj", "v_proj", "gate_proj"]

    /// The modules that are trained: those named, or all.
    var trainedModules: [String] {
        lora.trainableModules.isEmpty ? Hyperparameters.modules : lora.trainableModules
    }

    var json: JSON {
        [
            "n_epochs": .integer(epochs), "n_evals": .integer(evaluations), "batch_size": .integer(batchSize),
            "learning_rate": .number(learningRate), "warmup_ratio": .number(warmupRatio),
            "weight_decay": .number(weightDecay), "best_checkpoints": .bool(bestCheckpoints),
            "mask_prompt_labels": .bool(maskPromptLabels),
            "lora": [
                "enabled": .bool(lora.enabled), "r": .integer(lora.r), "alpha": .integer(lora.alpha),
                "dropout": .number(lora.dropout),
                "trainable_modules": .array(lora.trainableModules.map(JSON.string)),
            ],
        ]
    }
}
