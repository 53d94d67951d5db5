import TuneBytes

/// The `added_tokens` of a `tokenizer.json`.
struct AddedTokens {
    private(set) var tokens: [SpecialToken] = []
    /// The ids by spelling.
    private(set) var ids: [String: UInt32] = [:]

    /// Reads the array in `range`; none when there is none.
    init(_ file: Span<UInt8>, in range: Range<Int>?) throws(VocabularyError) {
        guard let range else { return }
        do {
            var json = try JSONReader(file, in: range)
            try json.enterArray()
            while try json.nextElement() {
                let range = try json.skip()
                let token = try JSON(file, in: range)
                try append(token)
            }
        } catch {
            throw .whileReading(error)
        }
    }

    private mutating func append(_ token: JSON) throws(VocabularyError) {
        guard case .text(let spelling)? = token.member("content"),
            case .number? = token.member("id"), let id = token.member("id")?.integer
        else { throw .badToken(token.words) }
        guard (0..<Vocabulary.idLimit).contains(id) else { throw .idOutOfRange(id) }
        guard ids.updateValue(UInt32(id), forKey: spelling) == nil else {
            throw .repeated("the added token `\(spelling)`")
        }
        tokens.append(SpecialToken(id: UInt32(id), spelling: spelling))
    }
}
