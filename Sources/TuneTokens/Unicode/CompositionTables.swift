/// The tables of NFC, laid out for looking up a scalar at a time.
struct CompositionTables: Sendable {
    static let shared = CompositionTables()

    /// The scalars form C may move, take apart, or join to what comes before; some twice.
    let concerned: [UInt32]
    /// Set in the entry of a scalar that may not stay as it is even where its class is in order.
    private static let unsettled: UInt32 = 0x8000
    /// Where the entries of each 256 scalars begin; those without any share the first 256.
    private var pages: [UInt16]
    /// By scalar: `start of its parts << 16 | count of its parts << 8 | combining class`, and `unsettled`.
    private var entries: [UInt32]
    /// The parts of decomposed scalars.
    private let parts: [UInt32]
    /// `first << 32 | second` of every composing pair, ascending, and what each composes into.
    private let pairs: [UInt64]
    private let composites: [UInt32]

    private init() {
        let numbers = UnicodeTables.compositions
        let triples = stride(from: 0, to: numbers.count, by: 3)
        pairs = triples.map { Self.key(numbers[$0], numbers[$0 + 1]) }
        composites = triples.map { numbers[$0 + 2] }
        parts = UnicodeTables.decompositions
        pages = Array(repeating: 0, count: 0x1100)
        entries = Array(repeating: 0, count: 0x100)
        let unsettled = Self.unsettled(composites: composites)
        concerned = unsettled + Self.moving()
        addClasses()
        addDecompositions()
        for scalar in unsettled { set(Self.unsettled, for: scalar) }
    }
}

extension CompositionTables {
    /// The canonical combining class: 0 for what does not move.
    func combiningClass(of scalar: UInt32) -> UInt32 {
        entry(of: scalar) & 0xFF
    }

    /// True for a scalar that form C does not hold by itself, or one that may join what comes before.
    func isUnsettled(_ scalar: UInt32) -> Bool {
        entry(of: scalar) & Self.unsettled != 0
    }

    /// Appends the full canonical decomposition of a scalar, often itself.
    func appendDecomposed(_ scalar: UInt32, to output: inout [UInt32]) {
        if Hangul.syllables.contains(scalar) { return Hangul.appendLetters(of: scalar, to: &output) }
        let entry = entry(of: scalar)
        let count = Int(entry >> 8 & 0x7F)
        if count == 0 { return output.append(scalar) }
        let start = Int(entry >> 16)
        output.append(contentsOf: parts[start..<start + count])
    }

    /// What two scalars compose into.
    func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if let syllable = Hangul.syllable(first, second) { return syllable }
        let key = Self.key(first, second)
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count && pairs[low] == key ? composites[low] : nil
    }

    private func entry(of scalar: UInt32) -> UInt32 {
        entries[Int(pages[Int(scalar >> 8)]) + Int(scalar & 0xFF)]
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
        UInt64(first) << 32 | UInt64(second)
    }
}

extension CompositionTables {
    /// The scalars of a combining class other than 0.
    private static func moving() -> [UInt32] {
        let classes = UnicodeTables.combiningClasses
        return stride(from: 0, to: classes.count, by: 3).flatMap { classes[$0]...classes[$0 + 1] }
    }

    /// The second of each composing pair, and what decomposes and is no composite.
    private static func unsettled(composites: [UInt32]) -> [UInt32] {
        let pairs = UnicodeTables.compositions
        var scalars = Array(Hangul.vowels) + Array(Hangul.trailing)
        scalars += stride(from: 1, to: pairs.count, by: 3).map { pairs[$0] }
        let composites = Set(composites)
        var index = 0
        while index < UnicodeTables.decompositions.count {
            let scalar = UnicodeTables.decompositions[index]
            if !composites.contains(scalar) { scalars.append(scalar) }
            index += 2 + Int(UnicodeTables.decompositions[index + 1])
        }
        return scalars
    }

    private mutating func addClasses() {
        let classes = UnicodeTables.combiningClasses
        for index in stride(from: 0, to: classes.count, by: 3) {
            for scalar in classes[index]...classes[index + 1] { set(classes[index + 2], for: scalar) }
        }
    }

    private mutating func addDecompositions() {
        var index = 0
        while index < parts.count {
            let count = parts[index + 1]
            set(UInt32(index + 2) << 16 | count << 8, for: parts[index])
            index += 2 + Int(count)
        }
    }

    private mutating func set(_ bits: UInt32, for scalar: UInt32) {
        let page = Int(scalar >> 8)
        if pages[page] == 0 {
            pages[page] = UInt16(entries.count)
            entries += repeatElement(0, count: 0x100)
        }
        entries[Int(pages[page]) + Int(scalar & 0xFF)] |= bits
    }
}
