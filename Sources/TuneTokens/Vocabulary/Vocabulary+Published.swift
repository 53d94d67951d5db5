public import TuneBytes

extension Vocabulary {
    /// The hash of all texts in the order of their ids, each after its length in four bytes, the lowest first. Two files of
    /// one vocabulary have the same, whichever kind they are and whichever control tokens they add.
    public var fingerprint: Hash128 { PublishedTokens.fingerprint(texts, starts) }

    /// True when these are the tokens the family was published with, split by its rules, and nearly all of them made by
    /// merges: the merges themselves are spelled differently by each kind of file.
    public var isPublished: Bool {
        guard PublishedTokens.family(of: fingerprint) == family, hasRulesOfFamily else { return false }
        var isMade = [Bool](repeating: false, count: count)
        for merge in merges { isMade[Int(merge.result)] = true }
        let longer = (0..<count).filter { textRange(of: $0).count > (isSentencePiece ? 4 : 1) }
        return longer.count { isMade[$0] } * 100 >= longer.count * 99
    }

    private var hasRulesOfFamily: Bool {
        switch (scheme, family) {
        case (.byteLevel(let rules), .llama3):
            rules.digitsPerGroup == 3 && !rules.normalizesToNFC && rules.takesWholePieceFirst
        case (.byteLevel(let rules), .qwen2): rules.digitsPerGroup == 1 && rules.normalizesToNFC
        case (.sentencePiece, .mistral): true
        default: false
        }
    }

    /// How many tokens texts can become.
    public var tokenCount: Int {
        (0..<count).count { !textRange(of: $0).isEmpty } + (isSentencePiece ? 256 : 0)
    }
}
