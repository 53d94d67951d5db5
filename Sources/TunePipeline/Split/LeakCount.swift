import TuneRules

/// Counts validation rows that also stand in training.
public struct LeakCount: Sendable {
    private var training = ExampleIndex()
    private var validation: [Fingerprint] = []
    /// Validation rows that stand in training word for word.
    package private(set) var wholes = 0
    /// Validation rows whose prompt alone stands in training.
    package private(set) var prompts = 0

    /// The most bytes that counting takes for the rows of a plan.
    static func bytes(for plan: SplitPlan) -> Int {
        let rows = plan.isValidation.count
        let apart = plan.isValidation.count { $0 }
        return ExampleIndex.bytes(for: rows - apart) + apart * MemoryLayout<Fingerprint>.stride
    }

    init(_ plan: SplitPlan) {
        validation.reserveCapacity(plan.isValidation.count { $0 })
    }

    mutating func note(_ fingerprint: Fingerprint, isValidation: Bool) {
        var fingerprint = fingerprint
        fingerprint.role = isValidation ? .validation : .training
        fingerprint.key = nil
        if isValidation { validation.append(fingerprint) } else { _ = training.compare(fingerprint) }
    }

    /// Looks every validation row up, when all rows have been seen.
    mutating func finish() {
        for fingerprint in validation {
            let earlier = training.compare(fingerprint)
            if earlier.whole != nil {
                wholes += 1
            } else if earlier.prompt != nil, fingerprint.hasPrompt {
                prompts += 1
            }
        }
        validation = []
    }
}
