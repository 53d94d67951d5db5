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
