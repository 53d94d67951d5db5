import TuneBytes

/// The vocabularies the families were published with, known by a hash: a file does not say whose it is.
enum PublishedTokens {
    private static let families: [Hash128: ModelFamily] = [
        Hash128(high: 0xF29C_61C6_72DD_E4A3, low: 0xB390_DCFA_0312_F0CB): .llama3,
        Hash128(high: 0x5631_0387_9582_83D9, low: 0x861F_A2A0_E9EE_2FB6): .qwen2,
        Hash128(high: 0xF4EE_A9D4_D480_3A63, low: 0xBC32_B983_962A_D69E): .mistral,
    ]

    /// The family with this fingerprint.
    static func family(of fingerprint: Hash128) -> ModelFamily? { families[fingerprint] }

    /// The hash of the texts that are not empty, see `Vocabulary.fingerprint`.
    static func fingerprint(_ texts: [UInt8], _ starts: [UInt32]) -> Hash128 {
        var bytes = UniqueBuffer<UInt8>(capacity: texts.count + starts.count * 4)
        let span = texts.span
        for (start, end) in zip(starts, starts.dropFirst()) where start < end {
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: (end - start) >> shift))
            }
            bytes.append(span.extracting(Int(start)..<Int(end)))
        }
        return Hash128(bytes.span)
    }
}
