import TuneBytes

/// What a compiled vocabulary says about itself, in its first 256 bytes: 32 numbers in the machine's own order.
struct CompiledHeader: Equatable {
    var family: ModelFamily
    var scheme: Vocabulary.Scheme
    var resultsAreRanks: Bool
    /// True when these are the tokens the family was published with.
    var isPublished: Bool
    var sizes: TableSizes
    /// What the file it was made of looked like.
    var source: FileStamp?
    /// The bytes of the whole file.
    var byteCount: Int

    /// Number of bytes of the header.
    static let size = 256
    /// The byte offset from which on the hash covers the file.
    static let hashedFrom = 32
    private static let magic: UInt64 = 0x7475_6E65_746F_6B73
    /// Changes with everything that changes what a table holds or means.
    private static let format: UInt64 = 4

    /// The numbers, without the hash.
    var numbers: [UInt64] {
        var flags: UInt64 = resultsAreRanks ? 1 : 0
        if isPublished { flags |= 32 }
        if case .byteLevel(let rules) = scheme {
            flags |= 2 | UInt64(rules.digitsPerGroup) << 8
            if rules.normalizesToNFC { flags |= 4 }
            if rules.takesWholePieceFirst { flags |= 8 }
        }
        if case .sentencePiece(marksEveryText: true) = scheme { flags |= 16 }
        let familyIndex = ModelFamily.allCases.firstIndex(of: family) ?? 0
        return [Self.magic, Self.format, 0, 0, UInt64(familyIndex), flags, UInt64(byteCount)]
            + sizes.numbers + (source?.numbers ?? [0, 0, 0, 0])
    }

    /// The header a file begins with; nil for another format.
    init?(_ numbers: [UInt64]) {
        guard numbers.count >= 16, numbers[0] == Self.magic, numbers[1] == Self.format,
            numbers[4] < ModelFamily.allCases.count, numbers[6] < 1 << 40,
            let sizes = TableSizes(Array(numbers[7..<12]))
        else { return nil }
        family = ModelFamily.allCases[Int(numbers[4])]
        let flags = numbers[5]
        resultsAreRanks = flags & 1 == 1
        isPublished = flags & 32 != 0
        let digits = Int(flags >> 8)
        guard flags & 2 == 0 || digits == 1 || digits == 3 else { return nil }
        scheme =
            flags & 2 == 0
            ? .sentencePiece(marksEveryText: flags & 16 != 0)
            : .byteLevel(
                Vocabulary.ByteLevelRules(
                    digitsPerGroup: digits, normalizesToNFC: flags & 4 != 0,
                    takesWholePieceFirst: flags & 8 != 0))
        byteCount = Int(numbers[6])
        self.sizes = sizes
        source = FileStamp(Array(numbers[12..<16]))
    }

    /// The header of a vocabulary's tables; their bytes are not yet known.
    init(_ vocabulary: Vocabulary, _ sizes: TableSizes, source: FileStamp?) {
        family = vocabulary.family
        scheme = vocabulary.scheme
        resultsAreRanks = vocabulary.merges.allSatisfy { $0.rank == $0.result }
        isPublished = vocabulary.isPublished
        self.sizes = sizes
        self.source = source
        byteCount = 0
    }
}
