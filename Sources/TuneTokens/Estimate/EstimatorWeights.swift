/// What one model family pays for each feature of a text, in 1/1024 token.
struct EstimatorWeights {
    /// The error of a total that no text held out from the fit exceeded: of ASCII text, and of text without
    /// any.
    let errorPermille: (ascii: Int, other: Int)
    /// For entering a state of the automaton, by state.
    let states: [Int16]
    /// For a byte class met in a kind of run: `run * classCount + class`.
    let steps: [Int16]
    /// For a byte after another: `previous << 8 | byte`.
    let pairs: [Int16]

    /// Weights from the generated tables, decimal numbers with blanks between them (a literal array of this
    /// size would take the compiler half a minute).
    ///
    /// Pairs come in runs: the byte before, the first byte after it, how many weights follow, and these,
    /// in 1/128 token, for that byte and its successors. What no run covers weighs nothing.
    init(errorPermille: (ascii: Int, other: Int), states: String, steps: String, pairs: String) {
        self.errorPermille = errorPermille
        self.states = Self.numbers(in: states)
        self.steps = Self.numbers(in: steps)
        var table = [Int16](repeating: 0, count: 65_536)
        let runs = Self.numbers(in: pairs)
        var index = 0
        while index < runs.count {
            let first = Int(runs[index]) << 8 | Int(runs[index + 1])
            let length = Int(runs[index + 2])
            for offset in 0..<length {
                table[first + offset] = runs[index + 3 + offset] * 8
            }
            index += 3 + length
        }
        self.pairs = table
    }

    private static func numbers(in text: String) -> [Int16] {
        var numbers: [Int16] = []
        var sign: Int16 = 1
        var number: Int16?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = (number ?? 0) * 10 + sign * Int16(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "-"):
                sign = -1
            default:
                if let number { numbers.append(number) }
                number = nil
                sign = 1
            }
        }
        if let number { numbers.append(number) }
        return numbers
    }
}
