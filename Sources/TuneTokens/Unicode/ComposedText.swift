/// A few scalars that form C may change together, and the steps that change them.
struct ComposedText {
    private let tables: CompositionTables
    private var scalars: [UInt32] = []

    /// An empty text, whose scalars are composed by `tables`.
    init(tables: CompositionTables) {
        self.tables = tables
    }

    /// Takes the scalars of `range`, all valid, decomposed.
    mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) {
        scalars.removeAll(keepingCapacity: true)
        var offset = range.lowerBound
        while offset < range.upperBound, let (value, length) = text.scalar(at: offset) {
            tables.appendDecomposed(value, to: &scalars)
            offset &+= length
        }
    }

    /// Orders and composes what was read, and appends it as UTF-8.
    mutating func appendComposed(to output: inout [UInt8]) {
        orderMarks()
        compose()
        for scalar in scalars { output.append(scalar: scalar) }
    }

    /// Sorts every run of marks by combining class; those of one class keep their order.
    private mutating func orderMarks() {
        var index = 0
        while index < scalars.count {
            let start = index
            var lastClass: UInt32 = 0
            var isOrdered = true
            while index < scalars.count {
                let combiningClass = tables.combiningClass(of: scalars[index])
                if combiningClass == 0 { break }
                if combiningClass < lastClass { isOrdered = false }
                lastClass = combiningClass
                index += 1
            }
            if !isOrdered { order(start..<index) }
            index += 1
        }
    }

    private mutating func order(_ range: Range<Int>) {
        let tables = tables
        let marks = scalars[range].map { (scalar: $0, combiningClass: tables.combiningClass(of: $0)) }
        // The standard library's sort is stable.
        let ordered = marks.sorted { $0.combiningClass < $1.combiningClass }
        for (index, mark) in zip(range, ordered) { scalars[index] = mark.scalar }
    }

    /// Joins each scalar to the last starter before it where the two compose and nothing between blocks it.
    private mutating func compose() {
        var written = 0
        var starter: Int?
        var lastClass: UInt32 = 0
        for index in scalars.indices {
            let scalar = scalars[index]
            let combiningClass = tables.combiningClass(of: scalar)
            if let starter, lastClass == 0 || lastClass < combiningClass,
                let composite = tables.composite(scalars[starter], scalar)
            {
                scalars[starter] = composite
                continue
            }
            if combiningClass == 0 { starter = written }
            lastClass = combiningClass
            scalars[written] = scalar
            written += 1
        }
        scalars.removeSubrange(written...)
    }
}
