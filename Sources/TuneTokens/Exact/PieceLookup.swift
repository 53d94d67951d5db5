internal import CKernels

// Unsafe code: a text, and the rows that pieces of it are written to, are lent to C by address for the length of a call.
// Invariants: each row has room for `room` entries, C is told so and is given the text's own end, after which it reads nothing.

/// Looks up what a text was cut into, many pieces at a time.
struct PieceLookup {
    private let pieces: Table<text_piece>
    private let longer: Table<text_piece>
    private let missed: Table<ShortKey>
    private let memory: Memory

    private static let room = 256

    /// Cuts a text from `at` on: by C, into pieces with or without those that are sure to be one token.
    typealias Cut = (
        _ text: Table<UInt8>, _ at: inout Int, _ pieces: Table<text_piece>, _ sure: inout Int,
        _ wantsAll: Bool
    ) -> Int

    init() {
        var arena = TableArena(nil, from: 0)
        _ = Self.rows(in: &arena)
        memory = Memory(size: arena.offset)
        arena = TableArena(memory, from: 0)
        (pieces, longer, missed) = Self.rows(in: &arena)
    }

    private static func rows(
        in arena: inout TableArena
    ) -> (Table<text_piece>, Table<text_piece>, Table<ShortKey>) {
        (
            arena.next(text_piece.self, count: room), arena.next(text_piece.self, count: room),
            arena.next(ShortKey.self, count: room)
        )
    }

    /// Adds up the tokens of a text's pieces: those that are in `short` at once, others by way of `look` and `long`.
    @inline(__always) func count(
        _ text: Table<UInt8>, from start: Int, in short: ShortCounts, cut: Cut, look: (ShortKey) -> Int,
        long: (_ start: Int, _ length: Int) -> Int
    ) -> Int {
        var at = start
        var total = 0
        while at < text.count {
            let found = cut(text, &at, pieces, &total, false)
            var longCount = 0
            let missedCount = unsafe text_slots_look(
                text.address, text.count, pieces.address, found, short.slots.address, short.shift, &total,
                missed.address, longer.address, &longCount)
            for index in 0..<missedCount { total &+= look(missed[index]) }
            for index in 0..<longCount { total &+= long(Int(longer[index].start), Int(longer[index].length)) }
        }
        return total
    }

    /// Visits each piece of a text.
    func forEach(
        _ text: Table<UInt8>, from start: Int, cut: Cut, _ body: (_ start: Int, _ length: Int) -> Void
    ) {
        var at = start
        var none = 0
        while at < text.count {
            let found = cut(text, &at, pieces, &none, true)
            for index in 0..<found { body(Int(pieces[index].start), Int(pieces[index].length)) }
        }
    }
}
