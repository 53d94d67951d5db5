import TuneTokens

extension Vocabulary {
    /// The vocabulary in a text of the tests.
    init(_ text: String, family: ModelFamily? = nil) throws(VocabularyError) {
        try self.init(Array(text.utf8), family: family)
    }

    /// The vocabulary in bytes of the tests.
    init(_ bytes: [UInt8], family: ModelFamily? = nil) throws(VocabularyError) {
        try self.init(reading: bytes.span, family: family)
    }

    /// The text of each token.
    var tokenTexts: [[UInt8]] {
        (0..<count).map { Array(texts[textRange(of: $0)]) }
    }

    /// The merges without their ranks, in the order of what they make.
    var pairs: Set<[UInt32]> {
        Set(merges.map { [$0.left, $0.right, $0.result] })
    }
}
