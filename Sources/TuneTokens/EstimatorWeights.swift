/// What one model family pays for each feature of a text, in 1/1024 token.
struct EstimatorWeights {
    /// For entering a state of the automaton, by state.
    let states: [Int16]
    /// For a byte class met in a kind of run: `run * classCount + class`.
    let steps: [Int16]
    /// For a byte after another: `previous << 8 | byte`.
    let pairs: [Int16]

    /// Weights from the generated tables. A row of pairs is the byte before, how many weights follow, and for
    /// each of these the byte and the weight; what a row leaves out weighs nothing.
    init(states: [Int16], steps: [Int16], pairs rows: [Int16]) {
        self.states = states
        self.steps = steps
        var pairs = [Int16](repeating: 0, count: 65_536)
        var index = 0
        while index < rows.count {
            let previous = Int(rows[index])
            let end = index + 2 + 2 * Int(rows[index + 1])
            index += 2
            while index < end {
                pairs[previous << 8 | Int(rows[index])] = rows[index + 1]
                index += 2
            }
        }
        self.pairs = pairs
    }
}
