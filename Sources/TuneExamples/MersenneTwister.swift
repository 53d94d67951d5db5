/// MT19937 (Matsumoto and Nishimura, 1998), seeded and drawn from as CPython's `random` does for a small
/// whole-number seed, so that published shuffles can be repeated.
struct MersenneTwister {
    private var state: [UInt32]
    private var index = 624

    /// The generator of `random.seed(seed)`: `init_by_array` with the one key `seed`.
    init(seed: UInt32) {
        state = [UInt32](repeating: 0, count: 624)
        state[0] = 19_650_218
        for place in 1..<624 { state[place] = 1_812_433_253 &* mixed(place - 1) &+ UInt32(place) }
        var place = 1
        for _ in 0..<624 {
            state[place] = (state[place] ^ (mixed(place - 1) &* 1_664_525)) &+ seed
            advance(&place)
        }
        for _ in 0..<623 {
            state[place] = (state[place] ^ (mixed(place - 1) &* 1_566_083_941)) &- UInt32(place)
            advance(&place)
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
        for place in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(place, below(place + 1))
        }
    }

    private func mixed(_ place: Int) -> UInt32 { state[place] ^ (state[place] >> 30) }

    private mutating func advance(_ place: inout Int) {
        place += 1
        if place == 624 {
            state[0] = state[623]
            place = 1
        }
    }

    private mutating func refill() {
        for place in 0..<624 {
            let word = (state[place] & 0x8000_0000) | (state[(place + 1) % 624] & 0x7FFF_FFFF)
            state[place] = state[(place + 397) % 624] ^ (word >> 1) ^ (word & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        index = 0
    }
}
