/// MT19937 (Matsumoto and Nishimura, 1998), seeded and drawn from as CPython's `random` does for a small
/// whole-number seed, so that published shuffles can be repeated.
struct MersenneTwister {
    private var state: [UInt32]
    private var index = 624

    /// The generator of `random.seed(seed)`: `init_by_array` with the one key `seed`.
    init(seed: UInt32) {
        state = [UInt32](repeating: 0, count: 624)
        state[0] = 19_650_218
        for position in 1..<624 { state[position] = 1_812_433_253 &* mixed(position - 1) &+ UInt32(position) }
        var position = 1
        for _ in 0..<624 {
            state[position] = (state[position] ^ (mixed(position - 1) &* 1_664_525)) &+ seed
            advance(&position)
        }
        for _ in 0..<623 {
            state[position] = (state[position] ^ (mixed(position - 1) &* 1_566_083_941)) &- UInt32(position)
            advance(&position)
        }
        state[0] = 0x8000_0000
    }

    /// The next 32 random bits.
    mutating func next() -> UInt32 {
        if index == 624 { refill() }
        var word = state[index]
        index += 1
        word ^= word >> 11
        word ^= (word << 7) & 0x9D2C_5680
        word ^= (word << 15) & 0xEFC6_0000
        return word ^ (word >> 18)
    }

    /// A number from 0 to `bound - 1`: as many high bits as `bound` has, drawn again until they are small
    /// enough.
    mutating func below(_ bound: Int) -> Int {
        let bits = Int.bitWidth - bound.leadingZeroBitCount
        while true {
            let drawn = Int(next() >> UInt32(32 - bits))
            if drawn < bound { return drawn }
        }
    }

    /// Shuffles from the end as `random.shuffle` does.
    mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for position in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(position, below(position + 1))
        }
    }

    private func mixed(_ position: Int) -> UInt32 { state[position] ^ (state[position] >> 30) }

    private mutating func advance(_ position: inout Int) {
        position += 1
        if position == 624 {
            state[0] = state[623]
            position = 1
        }
    }

    private mutating func refill() {
        for position in 0..<624 {
            let word = (state[position] & 0x8000_0000) | (state[(position + 1) % 624] & 0x7FFF_FFFF)
            state[position] = state[(position + 397) % 624] ^ (word >> 1) ^ (word & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        index = 0
    }
}
