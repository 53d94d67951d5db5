/// One walk of the automaton over part of a text, and what it has paid so far.
struct EstimatorWalk {
    /// The state reached.
    private(set) var state: Int
    /// The last byte read.
    private var previous: Int
    /// The sum of the weights met, in 1/1024 token.
    private(set) var weight = 0

    init(state: Int, previous: Int) {
        self.state = state
        self.previous = previous
    }

    /// Reads one byte. The tables are those of `EstimatorTables`.
    @inline(__always)
    mutating func step(
        _ byte: UInt8, rows: Span<UInt16>, steps: Span<Int32>, pairs: Span<Int16>
    ) {
        let byte = Int(byte)
        let step = steps[Int(rows[byte]) &+ state]
        weight &+= Int(step &>> 8) &+ Int(pairs[previous &<< 8 | byte])
        state = Int(step & 0xFF)
        previous = byte
    }

    /// Reads the end of the text.
    mutating func end(_ steps: Span<Int32>) {
        weight &+= Int(steps[Int(ByteClass.endOfText.rawValue) &<< 8 | state] &>> 8)
    }
}
