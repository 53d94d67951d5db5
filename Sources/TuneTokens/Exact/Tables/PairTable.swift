internal import CKernels

// Unsafe code: tables are lent to C by address. Invariants: C looks only into buckets within the mask, which is made from the
// tables' own size, and joins at most the tokens that a row has room for.

/// Which pairs of tokens join, in which order, and to what.
struct PairTable: Sendable {
    /// The pairs, in buckets of eight: `left << 46 | right << 28 | rank`; all ones when free.
    let entries: Table<UInt64>
    /// What the pair at the same index becomes.
    let results: Table<UInt32>
    /// True when each pair becomes the token of its rank.
    let resultsAreRanks: Bool

    /// The rank of a pair that does not join.
    static let never = UInt32.max
    /// What is no token: joins with nothing. One less than what a free entry holds.
    static let noToken: UInt32 = (1 << 18) - 2
    /// Ranks are below this.
    static let rankLimit: UInt32 = (1 << 28) - 1
    /// The most tokens `joinRow` takes.
    static let longestRow = 64
    private static let free = UInt64.max

    /// Number of entries in a table of `count` pairs: a power of two.
    static func slots(for count: Int) -> Int {
        var slots = 1 << 10
        while slots * 2 < count * 3 { slots *= 2 }
        return slots
    }

    @unsafe private var lent: token_pairs {
        unsafe token_pairs(
            entries: entries.address, results: results.address, bucket_mask: UInt64(entries.count / 8 - 1),
            results_are_ranks: resultsAreRanks)
    }

    /// Adds all pairs; of equal ones the first by rank stays.
    func fill(_ merges: [Merge]) {
        entries.fill(Self.free)
        for merge in merges.sorted(by: { $0.rank < $1.rank }) {
            insert(merge.left, merge.right, rank: merge.rank, result: merge.result)
        }
    }

    private func insert(_ left: UInt32, _ right: UInt32, rank: UInt32, result: UInt32) {
        unsafe withUnsafePointer(to: lent) { unsafe token_pairs_insert($0, left, right, rank, result) }
    }

    /// The rank by which two tokens join, or `never`.
    func rank(_ left: UInt32, _ right: UInt32) -> UInt32 {
        unsafe withUnsafePointer(to: lent) { unsafe token_pairs_rank($0, left, right) }
    }

    /// What two tokens that join become.
    func result(_ left: UInt32, _ right: UInt32) -> UInt32 {
        unsafe withUnsafePointer(to: lent) { unsafe token_pairs_result($0, left, right) }
    }

    /// Joins the first `count` tokens, at most `longestRow`; returns how many are left, in front.
    @inline(__always) func joinRow(_ ids: Table<UInt32>, _ count: Int) -> Int {
        assert(count > 0 && count <= Self.longestRow && count <= ids.count)
        return unsafe withUnsafePointer(to: lent) { unsafe token_pairs_join($0, ids.address, count) }
    }
}
