/// Finds out what tokens may cross boundaries between characters, many boundaries at a time: all questions are asked before
/// the first answer is waited for.
struct BoundaryScan {
    /// What tokens may cross a boundary.
    enum Kind {
        /// None: the text can be cut here.
        static let never: UInt8 = 0
        /// Those that hold three bytes or more on either side.
        static let wide: UInt8 = 1
        /// Those that hold fewer on one side, and perhaps others.
        static let narrow: UInt8 = 2
    }

    /// The offsets of the boundaries.
    let offsets: Table<Int>
    /// The kind of each boundary.
    let kinds: Table<UInt8>
    /// Bits of the filter, shifted left by 9: above the lowest bit, which says whether it is narrow, the boundary's number.
    private let questions: Table<Int>
    private let memory: Memory

    private static let room = 128
    private static let waysPerBoundary = 9

    init() {
        let questionCount = Self.room * Self.waysPerBoundary
        memory = Memory(size: (Self.room + questionCount) * 8 + Self.room)
        offsets = memory.table(Int.self, at: 0, count: Self.room)
        questions = memory.table(Int.self, at: Self.room * 8, count: questionCount)
        kinds = memory.table(UInt8.self, at: (Self.room + questionCount) * 8, count: Self.room)
    }

    /// Looks at the boundaries of a text from the offset `boundary` on, as many as there is room for, and leaves `boundary` at
    /// the next. The text begins at offset `first` and ends before `end`. Returns the number of boundaries written.
    func find(
        in text: Table<UInt8>, from boundary: inout Int, first: Int, end: Int, by filter: BoundaryFilter
    ) -> Int {
        let (offsets, kinds, questions) = (offsets, kinds, questions)
        var count = 0
        var asked = 0
        while boundary < end, count < Self.room {
            offsets[count] = boundary
            // What follows need not be a character where bytes are not UTF-8; there tokens the filter does not know may cross.
            kinds[count] = text[boundary] & 0xC0 == 0x80 ? Kind.narrow : Kind.never
            filter.forEachWay(across: boundary, in: text, left: boundary &- first, right: end &- boundary) {
                bit, isWide in
                filter.prefetch(bit)
                questions[asked] = bit &<< 9 | count &<< 1 | (isWide ? 0 : 1)
                asked &+= 1
            }
            count &+= 1
            boundary = text.nextCharacter(after: boundary)
        }
        for index in 0..<asked {
            let question = questions[index]
            let answer: UInt8 = filter.holds(question &>> 9) ? 1 &<< UInt8(question & 1) : 0
            kinds[question &>> 1 & 0xFF] |= answer
        }
        return count
    }
}
