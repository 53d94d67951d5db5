/// Merges symbols by byte-pair encoding: the adjacent pair of lowest rank first, the leftmost of equals, until no pair
/// joins.
///
/// A row of up to 64 symbols by a search of all ranks at each step, a longer one by a heap: n log n.
final class PairMerger {
    /// The symbols; `join` leaves the tokens in front.
    private(set) var ids: Table<UInt32>
    private var ranks: Table<UInt32>
    private var memory: Memory
    private let pairs: PairTable
    /// How many steps the heap has taken in all, for tests of how the work grows.
    private(set) var heapSteps = 0

    init(_ pairs: PairTable) {
        self.pairs = pairs
        memory = Memory(size: 8 << 10)
        ids = memory.table(UInt32.self, at: 0, count: 1 << 10)
        ranks = memory.table(UInt32.self, at: 4 << 10, count: 1 << 10)
    }

    /// Makes room for `count` symbols.
    func reserve(_ count: Int) {
        guard count > ids.count else { return }
        var room = ids.count
        while room < count { room *= 2 }
        memory = Memory(size: room * 8)
        ids = memory.table(UInt32.self, at: 0, count: room)
        ranks = memory.table(UInt32.self, at: room * 4, count: room)
    }

    /// Joins the first `count` symbols; returns how many are left.
    func join(_ count: Int) -> Int {
        if count < 2 { return count }
        return count <= PairTable.longestRow ? pairs.joinRow(ids, count) : joinByHeap(count)
    }

    private func joinByHeap(_ count: Int) -> Int {
        let (ids, ranks, pairs) = (ids, ranks, pairs)
        for index in 0..<(count - 1) { ranks[index] = pairs.rank(ids[index], ids[index + 1]) }
        ranks[count - 1] = PairTable.never
        var neighbours = Neighbours(count)
        var heap = MinHeap()
        for index in 0..<(count - 1) where ranks[index] != PairTable.never {
            heap.push(UInt64(ranks[index]) << 32 | UInt64(index))
        }
        while let next = heap.pop() {
            let index = Int(next & 0xFFFF_FFFF)
            guard ranks[index] == UInt32(next >> 32) else { continue }
            let right = neighbours.after(index)
            let joined = pairs.result(ids[index], ids[right])
            ids[index] = joined
            ranks[right] = PairTable.never
            neighbours.remove(right)
            let following = neighbours.after(index)
            ranks[index] = following < count ? pairs.rank(joined, ids[following]) : PairTable.never
            if ranks[index] != PairTable.never { heap.push(UInt64(ranks[index]) << 32 | UInt64(index)) }
            let before = neighbours.before(index)
            guard before >= 0 else { continue }
            ranks[before] = pairs.rank(ids[before], joined)
            if ranks[before] != PairTable.never { heap.push(UInt64(ranks[before]) << 32 | UInt64(before)) }
        }
        heapSteps += heap.steps
        var left = 0
        var index = 0
        while index < count {
            ids[left] = ids[index]
            left += 1
            index = neighbours.after(index)
        }
        return left
    }
}

/// The neighbours in a row from which members are removed.
private struct Neighbours {
    private var previous: [Int32]
    private var next: [Int32]

    init(_ count: Int) {
        previous = (0..<Int32(count)).map { $0 - 1 }
        next = (0..<Int32(count)).map { $0 + 1 }
    }

    func after(_ index: Int) -> Int { Int(next[index]) }
    func before(_ index: Int) -> Int { Int(previous[index]) }

    mutating func remove(_ index: Int) {
        let (left, right) = (Int(previous[index]), Int(next[index]))
        next[left] = Int32(right)
        if right < previous.count { previous[right] = Int32(left) }
    }
}

/// A binary heap that gives the least number first.
private struct MinHeap {
    private var items: [UInt64] = []
    /// How many comparisons between parents and children there have been.
    private(set) var steps = 0

    mutating func push(_ item: UInt64) {
        items.append(item)
        var child = items.count - 1
        while child > 0 {
            steps += 1
            let parent = (child - 1) / 2
            if items[parent] <= item { break }
            items[child] = items[parent]
            child = parent
        }
        items[child] = item
    }

    mutating func pop() -> UInt64? {
        guard let least = items.first, let last = items.popLast() else { return nil }
        if items.isEmpty { return least }
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child >= items.count { break }
            steps += 1
            if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
            if last <= items[child] { break }
            items[parent] = items[child]
            parent = child
        }
        items[parent] = last
        return least
    }
}
