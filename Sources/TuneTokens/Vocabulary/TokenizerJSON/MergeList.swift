import TuneBytes

/// Reads the `merges` of a `tokenizer.json`: `"a b"` or `["a", "b"]`, whose index in the list is their rank.
struct MergeList {
    private(set) var merges: [Merge] = []
    private let table: TokenTable
    private let speller: TokenSpeller

    /// Over the tokens of `table`.
    init(of table: TokenTable, in speller: TokenSpeller) {
        self.table = table
        self.speller = speller
    }

    /// Reads the array in `range`.
    mutating func read(_ file: Span<UInt8>, in range: Range<Int>) throws(VocabularyError) {
        do {
            try readList(file, in: range)
        } catch {
            throw .whileReading(error)
        }
        try checkPairs()
    }

    private mutating func readList(_ file: Span<UInt8>, in range: Range<Int>) throws {
        var json = try JSONReader(file, in: range)
        var spelling = UniqueBuffer<UInt8>()
        var text = UniqueBuffer<UInt8>()
        try json.enterArray()
        while try json.nextElement() {
            spelling.removeAll()
            let cut = try json.kind() == .array ? readPair(&json, &spelling) : readText(&json, &spelling)
            guard let cut, cut.lowerBound > 0, cut.upperBound < spelling.count else {
                throw bad("is no pair")
            }
            text.removeAll()
            let left = try token(spelling.span.extracting(0..<cut.lowerBound), &text)
            let right = try token(spelling.span.extracting(cut.upperBound..<spelling.count), &text)
            guard let result = table.id(of: text.span) else { throw bad("makes no token") }
            merges.append(Merge(left: left, right: right, result: result, rank: UInt32(merges.count)))
        }
    }

    /// Reads `["a", "b"]` as `ab`; returns where the second begins.
    private func readPair(_ json: inout JSONReader, _ spelling: inout UniqueBuffer<UInt8>) throws -> Range<
        Int
    >? {
        try json.enterArray()
        guard try json.nextElement() else { return nil }
        try json.appendString(to: &spelling)
        let cut = spelling.count
        guard try json.nextElement() else { return nil }
        try json.appendString(to: &spelling)
        return try json.nextElement() ? nil : cut..<cut
    }

    /// Reads `"a b"`; returns the range of its one space.
    private func readText(_ json: inout JSONReader, _ spelling: inout UniqueBuffer<UInt8>) throws -> Range<
        Int
    >? {
        try json.appendString(to: &spelling)
        let characters = spelling.span
        guard let space = characters.firstOffset(of: 0x20),
            characters.firstOffset(of: 0x20, from: space + 1) == nil
        else { return nil }
        return space..<(space + 1)
    }

    /// The token of a spelling, whose text is appended to `text`.
    private func token(_ spelling: Span<UInt8>, _ text: inout UniqueBuffer<UInt8>) throws -> UInt32 {
        let start = text.count
        guard speller.decode(spelling, to: &text),
            let id = table.id(of: text.span.extracting(start..<text.count))
        else { throw bad("names \(VocabularyError.quoted(spelling.text)), which is no token") }
        return id
    }

    private func bad(_ why: String) -> VocabularyError {
        .badMerge(merges.count, why)
    }

    /// Refuses a pair that is there twice.
    private func checkPairs() throws(VocabularyError) {
        let pairs = merges.map { UInt64($0.left) << 32 | UInt64($0.right) }.sorted()
        for (pair, next) in zip(pairs, pairs.dropFirst()) where pair == next {
            let rank = merges.lastIndex { UInt64($0.left) << 32 | UInt64($0.right) == pair } ?? 0
            throw .badMerge(rank, "repeats a pair")
        }
    }
}
