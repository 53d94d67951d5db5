/// A family's weights, laid out for the counting loop.
struct EstimatorTables {
    /// The class of each byte.
    let classes: [UInt8]
    /// By state and byte class: the weight in the high half, where the next state's row begins in the low half.
    let steps: [Int32]
    /// The weight of each pair of bytes, `previous << 8 | byte`.
    let pairs: [Int16]

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
        let width = TextAutomaton.classCount
        let continuation = Int(ByteClass.continuation.rawValue)
        classes = ByteClass.ofByte
        steps = (0..<(automaton.stateCount * width)).map { index in
            let (state, byte) = index.quotientAndRemainder(dividingBy: width)
            let next = automaton.next[index]
            let entered = byte == continuation ? 0 : Int32(weights.states[next])
            let weight = entered + Int32(weights.steps[automaton.run[state].rawValue * width + byte])
            return Int32(Int16(clamping: weight)) << 16 | Int32(next * width)
        }
        pairs = weights.pairs
    }
}
