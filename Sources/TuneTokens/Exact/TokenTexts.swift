/// The texts of a vocabulary's tokens, and which token a text is.
struct TokenTexts {
    let bytes: Table<UInt8>
    /// Where each token's text begins, and one more.
    let starts: Table<UInt32>
    /// Ids in open addressing by the hash of their text.
    let places: Table<UInt32>

    private static let free = UInt32.max

    /// The texts in memory that holds them, or will.
    init(_ sizes: TableSizes, in carver: inout TableArena) {
        bytes = carver.next(UInt8.self, count: sizes.textBytes)
        starts = carver.next(UInt32.self, count: sizes.tokens + 1)
        places = carver.next(UInt32.self, count: Self.places(for: sizes.tokens))
    }

    /// Takes the texts in and makes each findable; of equal texts the first.
    func fill(_ texts: SpelledTexts) {
        for index in texts.bytes.indices { bytes[index] = texts.bytes[index] }
        for (id, range) in texts.ranges.enumerated() { starts[id] = UInt32(range.lowerBound) }
        starts[texts.count] = UInt32(texts.bytes.count)
        index()
    }

    /// True when this is a token's text.
    func holds(_ text: [UInt8]) -> Bool {
        let span = text.span
        return Table.lending(span) { id(of: $0, 0, $0.count) != nil }
    }

    /// How many tokens.
    var count: Int { starts.count - 1 }

    /// How many places `count` texts get.
    private static func places(for count: Int) -> Int {
        var places = 1 << 9
        while places * 3 < count * 4 { places *= 2 }
        return places
    }

    /// Where a token's text stands.
    func range(_ id: Int) -> Range<Int> { Int(starts[id])..<Int(starts[id + 1]) }

    private func index() {
        places.fill(Self.free)
        for id in 0..<count where !range(id).isEmpty {
            let range = range(id)
            if self.id(of: bytes, range.lowerBound, range.count) != nil { continue }
            var place =
                Int(truncatingIfNeeded: Self.hash(bytes, range.lowerBound, range.count)) & (places.count - 1)
            while places[place] != Self.free { place = (place + 1) & (places.count - 1) }
            places[place] = UInt32(id)
        }
    }

    /// The token whose text this is.
    func id(of text: Table<UInt8>, _ start: Int, _ length: Int) -> UInt32? {
        var place = Int(truncatingIfNeeded: Self.hash(text, start, length)) & (places.count &- 1)
        while places[place] != Self.free {
            let range = range(Int(places[place]))
            if range.count == length, isEqual(text, start, range) { return places[place] }
            place = (place &+ 1) & (places.count &- 1)
        }
        return nil
    }

    private func isEqual(_ text: Table<UInt8>, _ start: Int, _ range: Range<Int>) -> Bool {
        for offset in 0..<range.count where text[start &+ offset] != bytes[range.lowerBound &+ offset] {
            return false
        }
        return true
    }

    private static func hash(_ text: Table<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        var hash = UInt64(length)
        for index in start..<(start &+ length) {
            hash = (hash ^ UInt64(text[index])) &* 0x9E37_79B9_7F4A_7C15 &+ (hash &>> 47)
        }
        return hash ^ (hash &>> 31)
    }
}
