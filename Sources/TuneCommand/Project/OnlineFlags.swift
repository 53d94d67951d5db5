/// The flags that only commands of the other program have: a project's file may set them, and they are no mistakes.
enum OnlineFlags {
    /// Their names, without hyphens.
    static let names: Set<String> = [
        "batch-size", "best-checkpoints", "dataset", "dry-run", "hf-token-file", "interval", "learning-rate",
        "limit", "lora-alpha", "lora-dropout", "lora-modules", "lora-r", "mask-prompt-labels", "name",
        "no-keep-archive", "repository", "revision", "status", "training", "url", "user", "warmup-ratio",
        "weight-decay", "yes",
    ]
}
