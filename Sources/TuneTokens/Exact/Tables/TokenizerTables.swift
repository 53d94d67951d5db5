import TuneBytes

/// A vocabulary ready for counting, in one piece of memory that begins with a header.
struct TokenizerTables: Sendable {
    /// The tables by how texts become tokens.
    enum Scheme: Sendable {
        case byteLevel(ByteLevelTables)
        case sentencePiece(SentencePieceTables)
    }

    let family: ModelFamily
    let scheme: Scheme
    let memory: Memory
    private let header: CompiledHeader

    /// True when these are the tokens the family was published with.
    var isPublished: Bool { header.isPublished }

    /// The tables of a vocabulary that was read from a file with this stamp.
    init(_ vocabulary: Vocabulary, source: FileStamp? = nil) {
        let spelled = SpelledTexts(vocabulary)
        var header = CompiledHeader(
            vocabulary, TableSizes(vocabulary, texts: spelled), source: source)
        var arena = TableArena(nil, from: CompiledHeader.size)
        _ = Self.layOut(header, &arena)
        header.byteCount = arena.offset
        memory = Memory(size: arena.offset)
        arena = TableArena(memory, from: CompiledHeader.size)
        scheme = Self.layOut(header, &arena)
        family = vocabulary.family
        self.header = header
        switch scheme {
        case .byteLevel(let tables): tables.fill(vocabulary, spelled)
        case .sentencePiece(let tables): tables.fill(vocabulary, spelled)
        }
        sign()
    }

    private func sign() {
        let numbers = memory.table(UInt64.self, at: 0, count: CompiledHeader.size / 8)
        for (index, number) in header.numbers.enumerated() { numbers[index] = number }
        let hash = memory.withBytes(from: CompiledHeader.hashedFrom) { Hash128($0) }
        (numbers[2], numbers[3]) = (hash.high, hash.low)
    }

    /// The tables in a compiled file; nil when it is damaged, of another version, or made of a file with another stamp.
    init?(compiled bytes: [UInt8], source: FileStamp) {
        guard bytes.count > CompiledHeader.size else { return nil }
        memory = Memory(size: bytes.count)
        memory.fill(bytes)
        let numbers = memory.table(UInt64.self, at: 0, count: CompiledHeader.size / 8)
        guard let header = CompiledHeader((0..<numbers.count).map { numbers[$0] }), header.source == source,
            header.byteCount == bytes.count
        else { return nil }
        var arena = TableArena(nil, from: CompiledHeader.size)
        _ = Self.layOut(header, &arena)
        let hash = memory.withBytes(from: CompiledHeader.hashedFrom) { Hash128($0) }
        guard arena.offset == bytes.count, hash == Hash128(high: numbers[2], low: numbers[3]) else {
            return nil
        }
        arena = TableArena(memory, from: CompiledHeader.size)
        scheme = Self.layOut(header, &arena)
        family = header.family
        self.header = header
    }

    private static func layOut(_ header: CompiledHeader, _ arena: inout TableArena) -> Scheme {
        let (sizes, areRanks) = (header.sizes, header.resultsAreRanks)
        switch header.scheme {
        case .byteLevel(let rules):
            return .byteLevel(ByteLevelTables(rules, sizes, resultsAreRanks: areRanks, in: &arena))
        case .sentencePiece(let marksEveryText):
            return .sentencePiece(
                SentencePieceTables(
                    sizes, marksEveryText: marksEveryText, resultsAreRanks: areRanks, in: &arena))
        }
    }
}
