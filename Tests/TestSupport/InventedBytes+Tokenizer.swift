public import TuneTokens

extension InventedBytes {
    /// The bytes alone: a text has as many tokens as bytes.
    public static var bare: InventedBytes {
        var invented = InventedBytes()
        invented.tokens.removeLast(invented.tokens.count - 256)
        return invented
    }

    /// The tokenizer of a family with these ranks.
    public func tokenizer(_ family: ModelFamily) throws -> Tokenizer {
        let text = Array(tiktokenText.utf8)
        return Tokenizer(try Vocabulary(reading: text.span, family: family))
    }
}
