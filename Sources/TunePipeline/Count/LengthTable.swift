/// How many examples have how many tokens: exact, so that merging in any order gives the same table.
public struct LengthTable: Sendable, Equatable {
    private var counts: [Int: Int] = [:]
    /// The number of examples.
    public private(set) var examples = 0

    /// A table of no examples, to be added to.
    public init() {}

    /// Counts one example.
    public mutating func add(_ length: Int) {
        counts[length, default: 0] += 1
        examples += 1
    }

    /// Takes another table in.
    public mutating func merge(_ other: LengthTable) {
        counts.merge(other.counts, uniquingKeysWith: +)
        examples += other.examples
    }

    /// The smallest, median, 95th and 99th percentile and largest length. A percentile p is the ⌈p·n⌉-th
    /// smallest (nearest rank). nil without examples.
    public var percentiles: (min: Int, median: Int, p95: Int, p99: Int, max: Int)? {
        guard examples > 0 else { return nil }
        let sorted = counts.sorted { $0.key < $1.key }
        func rank(_ perHundred: Int) -> Int {
            let wanted = max(1, (examples * perHundred + 99) / 100)
            var seen = 0
            for (length, count) in sorted {
                seen += count
                if seen >= wanted { return length }
            }
            return sorted[sorted.count - 1].key
        }
        return (sorted[0].key, rank(50), rank(95), rank(99), sorted[sorted.count - 1].key)
    }

    /// The examples in ranges that double: 0–127, 128–255, 256–511 and so on; `to` is included. Ends with the
    /// largest.
    public var histogram: [(from: Int, to: Int, count: Int)] {
        var bins: [(from: Int, to: Int, count: Int)] = []
        guard let longest = counts.keys.max() else { return [] }
        var from = 0
        var size = 128
        while from <= longest {
            bins.append((from, from + size - 1, 0))
            from += size
            size = from
        }
        for (length, count) in counts {
            if let place = bins.firstIndex(where: { $0.from <= length && length <= $0.to }) {
                bins[place].count += count
            }
        }
        return bins
    }
}
