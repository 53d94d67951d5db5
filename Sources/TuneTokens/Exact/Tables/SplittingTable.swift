internal import CKernels

// Unsafe code: the tables' addresses are lent to C together with them; they live as long as the process.

/// What C asks about characters when it cuts a text into pieces: `CharacterTable` in memory of its own, and the class that
/// all characters of a lead byte share.
struct SplittingTable: Sendable {
    static let shared = SplittingTable()

    private let classes: Table<UInt8>
    private let leads: Table<UInt8>
    private let memory: Memory

    private static let points = 0x110000
    private static let mixed: UInt8 = 0xFF

    private init() {
        memory = Memory(size: Self.points + 0x100)
        memory.fill(CharacterTable.shared.flags)
        classes = memory.table(UInt8.self, at: 0, count: Self.points)
        leads = memory.table(UInt8.self, at: Self.points, count: 0x100)
        for lead in 0..<0x100 {
            let points = Self.points(ledBy: lead)
            let kinds = Set(points.map { [classes] in classes[$0] & CharacterTable.classMask })
            leads[lead] = kinds.count == 1 ? kinds.first ?? Self.mixed : Self.mixed
        }
    }

    /// The code points whose UTF-8 begins with a byte.
    private static func points(ledBy lead: Int) -> Range<Int> {
        switch lead {
        case 0xC2..<0xE0: (lead & 0x1F) << 6..<((lead & 0x1F) + 1) << 6
        case 0xE0..<0xF0: max(0x800, (lead & 0x0F) << 12)..<((lead & 0x0F) + 1) << 12
        case 0xF0..<0xF5: max(0x10000, (lead & 0x07) << 18)..<min(points, ((lead & 0x07) + 1) << 18)
        default: 0..<0
        }
    }

    /// The rules of a pattern whose groups have at most `digitsPerGroup` digits. They are valid as long as the process lives.
    @unsafe func rules(digitsPerGroup: Int, groupsAreTokens: Bool) -> text_piece_rules {
        unsafe text_piece_rules(
            classes: classes.address, leads: leads.address, digits_per_group: UInt32(digitsPerGroup),
            groups_are_tokens: groupsAreTokens)
    }
}
