import TuneBytes

/// The published tiktoken ranks, known by a hash, since text of this kind does not say whose it is.
enum KnownRanks {
    private static let families: [Hash128: ModelFamily] = [
        Hash128(high: 0xF29C_61C6_72DD_E4A3, low: 0xB390_DCFA_0312_F0CB): .llama3,
        Hash128(high: 0x5631_0387_9582_83D9, low: 0x861F_A2A0_E9EE_2FB6): .qwen2,
    ]

    /// The family whose ranks these are.
    static func family(of table: TokenTable) -> ModelFamily? {
        families[fingerprint(of: table)]
    }

    /// The hash of all texts in order, each behind its length in four bytes, the lowest first.
    static func fingerprint(of table: TokenTable) -> Hash128 {
        var bytes = Tape<UInt8>(capacity: table.texts.count + table.count * 4)
        let texts = table.texts.span
        for id in 0..<table.count {
            let range = table.range(of: id)
            for shift in stride(from: 0, to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: range.count >> shift))
            }
            bytes.append(texts.extracting(range))
        }
        return Hash128(bytes.span)
    }
}
