public import TuneTokens

extension Tokenizer {
    /// The tokens of some texts that tell vocabularies apart.
    public var counts: [Int] {
        let texts = ["the thing is in the end", "aaaaaaa 1234567 é", "日本 <s>\r\n\r\n", "th"]
        let counter = counter()
        return texts.map { text in
            let bytes = Array(text.utf8)
            return counter.count(bytes.span)
        }
    }
}
