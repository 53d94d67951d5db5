/// What a job measured while it trained.
public struct Metrics: Sendable, Equatable {
    /// The measurements, in the service's order.
    public var points: [Point]
    /// Steps of training.
    public var trainingSteps: Int?
    /// Tokens trained on.
    public var trainingTokens: Int?
    /// Steps of evaluation.
    public var validationSteps: Int?
    /// Number of values that were no numbers and are nil here.
    public var unreadable: Int

    /// One measurement.
    public struct Point: Sendable, Equatable {
        /// The step it was taken after.
        public var step: Int?
        /// When, in the service's spelling.
        public var timestamp: String?
        /// The loss on the training data.
        public var trainingLoss: Double?
        /// The loss on the validation data.
        public var validationLoss: Double?
        /// How surprised the model is by a token.
        public var perplexity: Double?
    }
}
