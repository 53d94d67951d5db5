public import TuneBytes

extension Vocabulary {
    /// The hash of all texts in the order of their ids, each behind its length in four bytes, the lowest first. Two files of
    /// one vocabulary have the same, whichever kind they are and whichever control tokens they add.
    public var fingerprint: Hash128 { PublishedTokens.fingerprint(texts, starts) }

    /// True when these are the tokens the family was published with.
    public var isPublished: Bool { PublishedTokens.family(of: fingerprint) == family }

    /// How many tokens texts can become.
    public var tokenCount: Int {
        (0..<count).count { !textRange(of: $0).isEmpty } + (isSentencePiece ? 256 : 0)
    }
}
