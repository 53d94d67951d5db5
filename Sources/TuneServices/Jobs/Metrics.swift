import TuneBytes

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
    /// How many values were no numbers and stand here as nil.
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

    /// Reads the documented shapes: an object with the measurements under `data`, or a bare list of them under
    /// other names.
    init(_ answer: JSON) {
        let list: [JSON]
        if case .array(let elements) = answer {
            list = elements
        } else {
            list = answer["data", "metrics"]?.elements ?? []
        }
        var unreadable = 0
        points = list.map { Point($0, &unreadable) }
        self.unreadable = unreadable
        trainingSteps = answer["training_steps"]?.wholeNumber
        trainingTokens = answer["training_tokens"]?.wholeNumber
        validationSteps = answer["validation_steps"]?.wholeNumber
    }
}

extension Metrics.Point {
    fileprivate init(_ value: JSON, _ unreadable: inout Int) {
        step = value["step"]?.wholeNumber
        timestamp = value["timestamp", "created_at"]?.spelling
        trainingLoss = Self.number(value["training_loss", "train_loss"], &unreadable)
        validationLoss = Self.number(value["validation_loss", "eval_loss"], &unreadable)
        perplexity = Self.number(value["perplexity"], &unreadable)
    }

    private static func number(_ value: JSON?, _ unreadable: inout Int) -> Double? {
        guard let value else { return nil }
        if value.finiteNumber == nil { unreadable += 1 }
        return value.finiteNumber
    }
}
