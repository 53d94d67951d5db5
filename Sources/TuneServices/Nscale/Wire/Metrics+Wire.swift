internal import TuneBytes

extension Metrics {
    /// Reads the shapes Nscale documents: an object with the measurements under `data`, or a bare list of them under
    /// other names.
    init(_ answer: JSON) {
        let list: [JSON]
        if case .array(let elements) = answer {
            list = elements
        } else {
            list = answer["data", "metrics"]?.elements ?? []
        }
        var unreadable = 0
        points = list.map { Point($0, unreadable: &unreadable) }
        self.unreadable = unreadable
        trainingSteps = answer["training_steps"]?.wholeNumber
        trainingTokens = answer["training_tokens"]?.wholeNumber
        validationSteps = answer["validation_steps"]?.wholeNumber
    }
}

extension Metrics.Point {
    /// Reads a measurement, and counts the values in it that are no numbers.
    fileprivate init(_ value: JSON, unreadable: inout Int) {
        step = value["step"]?.wholeNumber
        timestamp = value["timestamp", "created_at"]?.spelling
        trainingLoss = Self.number(value["training_loss", "train_loss"], unreadable: &unreadable)
        validationLoss = Self.number(value["validation_loss", "eval_loss"], unreadable: &unreadable)
        perplexity = Self.number(value["perplexity"], unreadable: &unreadable)
    }

    private static func number(_ value: JSON?, unreadable: inout Int) -> Double? {
        guard let value else { return nil }
        if value.finiteNumber == nil { unreadable += 1 }
        return value.finiteNumber
    }
}
