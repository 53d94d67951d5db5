import TuneBytes

/// The `model.vocab` of a `tokenizer.json`: an object of token spellings and their ids, in any order.
struct SpelledTokens {
    /// The texts; ids of added tokens, byte tokens and gaps have none.
    private(set) var table: TokenTable
    /// The token of each byte.
    private(set) var byteTokens: [UInt32] = []
    /// The added tokens and the unknown token.
    private(set) var specialTokens: [SpecialToken]
    /// How spellings become texts.
    let speller: TokenSpeller

    /// Reads the object in `range`; `added` are the tokens that are no text, `unknown` is the one for what has none.
    init(
        _ file: Span<UInt8>, in range: Range<Int>, added: AddedTokens, unknown: String?,
        splitBy splitter: TextSplitter
    ) throws(VocabularyError) {
        speller = splitter.isSentencePiece ? .characters : .bytes(ByteAlphabet())
        table = TokenTable(capacity: min((range.count) / 16, Vocabulary.idLimit))
        specialTokens = added.tokens
        var spellings = Spellings()
        do {
            try spellings.read(file, in: range)
        } catch {
            throw .whileReading(error)
        }
        try decode(spellings, added, unknown: unknown, fallsBack: splitter.isSentencePiece)
    }

    private mutating func decode(
        _ spellings: borrowing Spellings, _ added: AddedTokens, unknown: String?, fallsBack: Bool
    ) throws(VocabularyError) {
        var special: [UInt32: String] = [:]
        for token in added.tokens where special.updateValue(token.spelling, forKey: token.id) != nil {
            throw .repeated("the id \(token.id) of an added token")
        }
        var text = UniqueBuffer<UInt8>()
        var bytes = ByteFallback()
        let characters = spellings.characters.span
        for id in spellings.ranges.indices {
            guard let range = spellings.ranges[id] else {
                table.appendGap()
                continue
            }
            let spelling = characters.extracting(range)
            if try isSpecial(spelling, id: id, named: special, added: added, unknown: unknown) {
                table.appendGap()
            } else if fallsBack, spelling.count == 6, ByteFallback.byte(of: spelling.text) != nil {
                try bytes.add(spelling.text, id: id)
                table.appendGap()
            } else {
                text.removeAll()
                guard speller.decode(spelling, to: &text), !text.isEmpty, text.count <= TokenTable.lengthLimit
                else {
                    throw .badToken(spelling.text)
                }
                guard table.append(text.span) else { throw .repeated("the token `\(spelling.text)`") }
            }
        }
        byteTokens = fallsBack ? try bytes.tokens() : try Vocabulary.byteTokens(in: table)
    }

    /// True for an added token and for the unknown token. One spelling, or one id, for two tokens is an error.
    private mutating func isSpecial(
        _ spelling: Span<UInt8>, id: Int, named special: [UInt32: String], added: AddedTokens,
        unknown: String?
    ) throws(VocabularyError) -> Bool {
        if special.isEmpty, unknown == nil { return false }
        let name = spelling.text
        let addedID = added.ids[name]
        let addedName = special[UInt32(id)]
        if addedID != nil || addedName != nil {
            guard addedID == UInt32(id), addedName == name else {
                throw .repeated("the token `\(name)` or its id \(id)")
            }
            return true
        }
        guard name == unknown else { return false }
        specialTokens.append(SpecialToken(id: UInt32(id), spelling: name))
        return true
    }
}

/// Token spellings by id.
private struct Spellings: ~Copyable {
    /// All spellings, one after the other.
    var characters = UniqueBuffer<UInt8>()
    /// The byte range of each id's spelling.
    var ranges: [Range<Int>?] = []

    mutating func read(_ file: Span<UInt8>, in range: Range<Int>) throws {
        var json = try JSONReader(file, in: range)
        var key = UniqueBuffer<UInt8>()
        try json.enterObject()
        while try json.nextKey(into: &key) {
            let id = try json.integer()
            guard (0..<Vocabulary.idLimit).contains(id) else { throw VocabularyError.idOutOfRange(id) }
            while ranges.count <= id { ranges.append(nil) }
            if ranges[id] != nil { throw VocabularyError.repeated("the id \(id)") }
            let start = characters.count
            characters.append(key.span)
            ranges[id] = start..<characters.count
        }
    }
}
