/// How a job trains. The defaults are the service's (docs.nscale.com, read 2026-11-21).
public struct Hyperparameters: Sendable, Equatable {
    /// How often the training data is gone through.
    public var epochs = 1
    /// How often the validation data is evaluated.
    public var evals = 0
    /// Examples taken together in one step.
    public var batchSize = 4
    /// How far one step goes.
    public var learningRate = 0.00001
    /// The share of the steps in which the learning rate rises.
    public var warmupRatio = 0.0
    /// How strongly weights are drawn to zero.
    public var weightDecay = 0.0
    /// Keep the best checkpoint in place of the last.
    public var bestCheckpoints = false
    /// Count the answer's tokens only in the loss.
    public var maskPromptLabels = false
    /// How the adapter is made.
    public var lora = LoRA()

    /// The values the service takes when none are given.
    public init() {}

    /// The hyperparameters of the adapter (LoRA).
    public struct LoRA: Sendable, Equatable {
        /// Only adapters are trained; off is refused.
        public var isEnabled = true
        /// Its rank.
        public var rank = 8
        /// Its scale, before it is divided by the rank.
        public var alpha = 8
        /// The share of its inputs that is left out at random.
        public var dropout = 0.0
        /// The modules it is added to; none means all linear ones.
        public var modules: [String] = []
    }

    /// A value that a service would refuse.
    public struct Defect: Sendable, Equatable {
        /// The service's name of the hyperparameter.
        public var name: String
        /// What is wrong: lower case, no full stop.
        public var message: String
    }
}
