import TuneBytes

extension Vocabulary {
    /// Reads a Hugging Face `tokenizer.json`, tiktoken ranks as text or a SentencePiece model, known by content.
    ///
    /// What would be counted otherwise than here is refused by name. `family` is needed for ranks as text that are
    /// not known; where the file itself tells the family, the two must agree.
    public init(reading file: Span<UInt8>, family: ModelFamily? = nil) throws(VocabularyError) {
        switch VocabularyFileKind(of: file) {
        case .jsonObject: self = try TokenizerJSON.vocabulary(in: file)
        case .tiktokenText: self = try TiktokenText.vocabulary(in: file, family: family)
        case .sentencePiece: self = try SentencePieceModel.vocabulary(in: file)
        case .other(let kind): throw .lookalike(kind)
        }
        if let family, family != self.family { throw .otherFamily(asked: family, found: self.family) }
        if isSentencePiece { try checkCharacters() }
    }

    /// Refuses pieces without the space mark, which begins every text, or with more characters than can be numbered.
    private func checkCharacters() throws(VocabularyError) {
        let spelled = SpelledTexts(self)
        let characters = spelled.ranges.filter(spelled.isCharacter)
        if characters.count > UInt16.max { throw .tooManyCharacters(limit: Int(UInt16.max)) }
        if !characters.contains(where: { spelled.bytes[$0.lowerBound] == 0x20 }) {
            throw .missing("\u{2581}")
        }
    }

    /// The tokens that single bytes are, for byte-level vocabularies.
    static func byteTokens(in table: TokenTable) throws(VocabularyError) -> [UInt32] {
        var tokens: [UInt32] = []
        for byte in UInt8.min...UInt8.max {
            let text = [byte]
            guard let id = table.id(of: text.span) else { throw .noByte(byte) }
            tokens.append(id)
        }
        return tokens
    }
}
