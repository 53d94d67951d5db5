import TuneBytes

/// The `model` of a `tokenizer.json`: its settings, and the byte ranges of its large members.
struct BPEModel {
    /// The byte range of the tokens.
    let vocab: Range<Int>
    /// The byte range of the merges.
    let merges: Range<Int>
    /// True when a piece that is a token is taken whole.
    let ignoresMerges: Bool
    /// The token for what has none.
    let unknownToken: String?
    private let fallsBackToBytes: Bool

    private static let known: Set<String> = [
        "type", "vocab", "merges", "ignore_merges", "byte_fallback", "unk_token", "fuse_unk", "dropout",
        "continuing_subword_prefix", "end_of_word_suffix",
    ]

    /// Reads the settings of the object in `range`.
    init(_ file: Span<UInt8>, in range: Range<Int>) throws(VocabularyError) {
        let members = try JSONMembers(file, in: range, wanted: Self.known)
        func setting(_ name: String) throws(VocabularyError) -> JSON {
            let isSmall = members.kinds[name].map { $0 != .object && $0 != .array } ?? true
            return isSmall ? try JSON(file, in: members.range(name)) : .object([])
        }
        func value<T>(_ name: String, _ values: [JSON: T]) throws(VocabularyError) -> T {
            let tree = try setting(name)
            guard let value = values[tree] else {
                throw .setting(part: "model", name: name, value: tree.words)
            }
            return value
        }
        let type = try setting("type")
        if type != .text("BPE") { throw .unsupported(part: "model", name: type.words) }
        if let name = members.unwanted { throw .setting(part: "model", name: name, value: "{…}") }
        switch try setting("dropout") {
        case .null: break
        case .number(let spelling) where Double(spelling) == 0: break
        case let other: throw .setting(part: "model", name: "dropout", value: other.words)
        }
        _ = try value("continuing_subword_prefix", [.null: true, .text(""): true])
        _ = try value("end_of_word_suffix", [.null: true, .text(""): true])
        _ = try value("fuse_unk", [.null: true, .boolean(true): true, .boolean(false): true])
        let flags: [JSON: Bool] = [.null: false, .boolean(false): false, .boolean(true): true]
        ignoresMerges = try value("ignore_merges", flags)
        fallsBackToBytes = try value("byte_fallback", flags)
        switch try setting("unk_token") {
        case .null: unknownToken = nil
        case .text(let token): unknownToken = token
        case let other: throw .setting(part: "model", name: "unk_token", value: other.words)
        }
        guard let vocab = members.range("vocab") else { throw .missing("model.vocab") }
        guard let merges = members.range("merges") else { throw .missing("model.merges") }
        (self.vocab, self.merges) = (vocab, merges)
    }

    /// Refuses settings that do not go with the way texts are split.
    func check(with splitter: TextSplitter) throws(VocabularyError) {
        let isSentencePiece = splitter.isSentencePiece
        if fallsBackToBytes != isSentencePiece {
            throw .setting(part: "model", name: "byte_fallback", value: "\(fallsBackToBytes)")
        }
        if ignoresMerges, isSentencePiece {
            throw .setting(part: "model", name: "ignore_merges", value: "true")
        }
    }
}
