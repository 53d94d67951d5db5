import Foundation

/// The model of a job: a LoRA adapter as PEFT keeps it, in a `.tar.gz`; the same bytes for the same job.
struct AdapterArchive {
    private let job: StoredJob
    private let tensors: Safetensors

    /// The archive of a job's model, as large as the scenario says.
    init(_ job: StoredJob, in scenario: Scenario) {
        self.job = job
        tensors =
            AdapterWeights(
                hyperparameters: job.plan.hyperparameters, layers: scenario.adapterLayers,
                seed: "\(job.id)/\(scenario.archiveRevision)"
            ).safetensors
    }

    /// The bytes of the archive.
    var data: Data {
        var tar = Tar()
        tar.add("README.md", content: Data(readme.utf8))
        tar.add("adapter_config.json", content: config.data)
        tar.add("adapter_model.safetensors", content: tensors.data)
        tar.add("tokenizer_config.json", content: tokenizer.data)
        return Gzip.stored(tar.finished)
    }

    private var config: JSON {
        let plan = job.plan.hyperparameters
        return [
            "peft_type": "LORA", "task_type": "CAUSAL_LM", "bias": "none", "inference_mode": true,
            "base_model_name_or_path": .string(job.plan.baseModelName), "r": .integer(plan.lora.r),
            "lora_alpha": .integer(plan.lora.alpha), "lora_dropout": .number(plan.lora.dropout),
            "target_modules": .array(plan.trainedModules.sorted().map(JSON.string)),
            "fan_in_fan_out": false, "modules_to_save": nil,
        ]
    }

    private var tokenizer: JSON {
        ["model_max_length": 8192, "tokenizer_class": "PreTrainedTokenizerFast"]
    }

    private var readme: String {
        """
        # \(job.plan.name)

        A LoRA adapter for \(job.plan.baseModelName), made up by tuneprep-sandbox: its shape is right, its numbers
        are random.

        """
    }
}
