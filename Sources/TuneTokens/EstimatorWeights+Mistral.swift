extension EstimatorWeights {
    static let mistral = EstimatorWeights(
        states: [Int16](repeating: 256, count: TextAutomaton.shared.stateCount),
        steps: [Int16](repeating: 0, count: TextRun.allCases.count * TextAutomaton.classCount), pairs: [])
}
