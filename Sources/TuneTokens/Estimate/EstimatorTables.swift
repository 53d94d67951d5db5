/// A family's weights, laid out for the counting loop.
struct EstimatorTables {
    /// Where the row of each byte's class begins in `steps`, by byte.
    let rows: [UInt16]
    /// By class and state, `class << 8 | state`: the next state in the lowest byte, above it the weight.
    let steps: [Int32]
    /// The weight of each pair of bytes, `previous << 8 | byte`.
    let pairs: [Int16]
    /// The largest error of a total, of ASCII text and of text without any.
    let errorPermille: (ascii: Int, other: Int)

    private static let llama3 = EstimatorTables(.llama3)
    private static let qwen2 = EstimatorTables(.qwen2)
    private static let mistral = EstimatorTables(.mistral)

    static func of(_ family: ModelFamily) -> EstimatorTables {
        switch family {
        case .llama3: llama3
        case .qwen2: qwen2
        case .mistral: mistral
        }
    }

    private init(_ weights: EstimatorWeights) {
        let automaton = TextAutomaton.shared
        var steps = [Int32](repeating: 0, count: ByteClass.allCases.count << 8)
        for state in 0..<automaton.stateCount {
            for byte in ByteClass.allCases {
                let target = automaton.next[state * TextAutomaton.classCount + Int(byte.rawValue)]
                let step = automaton.run[state].rawValue * TextAutomaton.classCount + Int(byte.rawValue)
                let entered = byte == .continuation ? 0 : Int32(weights.states[target])
                let weight = entered + Int32(weights.steps[step])
                steps[Int(byte.rawValue) << 8 | state] = weight << 8 | Int32(target)
            }
        }
        rows = ByteClass.ofByte.map { UInt16($0) << 8 }
        self.steps = steps
        pairs = weights.pairs
        errorPermille = weights.errorPermille
    }
}
