import TuneBytes

/// What the normalizer and the pre-tokenizer of a `tokenizer.json` do, when it is one of the few things known here.
enum TextSplitter: Hashable {
    case byteLevel(digitsPerGroup: Int, normalizesToNFC: Bool)
    /// The space mark in front and for every space, by the normalizer or by `Metaspace`. The latter leaves the mark
    /// out in front of a text that begins with one.
    case sentencePiece(marksEveryText: Bool)

    /// Recognises the two parts, or refuses the one that is not known, by its name.
    init(normalizer: JSON, preTokenizer: JSON) throws(VocabularyError) {
        if preTokenizer.typeName == "Sequence" {
            let digits = try Self.digitsPerGroup(preTokenizer)
            self = .byteLevel(digitsPerGroup: digits, normalizesToNFC: try Self.isNFC(normalizer))
        } else {
            try Self.checkSpaceMarks(normalizer, preTokenizer)
            self = .sentencePiece(marksEveryText: preTokenizer == .null)
        }
    }

    /// The models that split in this way.
    var family: ModelFamily {
        switch self {
        case .byteLevel(let digits, _): digits == 3 ? .llama3 : .qwen2
        case .sentencePiece: .mistral
        }
    }

    /// True for BPE over characters.
    var isSentencePiece: Bool {
        if case .sentencePiece = self { true } else { false }
    }

    /// The same as a vocabulary's scheme.
    func scheme(takesWholePieceFirst: Bool) -> Vocabulary.Scheme {
        switch self {
        case .byteLevel(let digits, let nfc):
            .byteLevel(
                Vocabulary.ByteLevelRules(
                    digitsPerGroup: digits, normalizesToNFC: nfc, takesWholePieceFirst: takesWholePieceFirst))
        case .sentencePiece(let marksEveryText): .sentencePiece(marksEveryText: marksEveryText)
        }
    }

    private static func isNFC(_ normalizer: JSON) throws(VocabularyError) -> Bool {
        if normalizer == .null { return false }
        if normalizer == .object([("type", .text("NFC"))]) { return true }
        throw unsupported("normalizer", normalizer)
    }

    /// Accepts `Split` by a known pattern, then `ByteLevel` without a pattern of its own.
    private static func digitsPerGroup(_ sequence: JSON) throws(VocabularyError) -> Int {
        let steps = sequence.member("pretokenizers")?.elements ?? []
        try checkSettings(sequence, of: "pre-tokenizer", known: ["type", "pretokenizers"])
        let known = ["Split", "ByteLevel"]
        if steps.map(\.typeName) != known {
            let stranger = steps.first { !known.contains($0.typeName ?? "") }
            throw .unsupported(part: "pre-tokenizer", name: (stranger ?? sequence).words)
        }
        try require(
            steps[0], of: "pre-tokenizer `Split`",
            sets: ["behavior": .text("Isolated"), "invert": .boolean(false)])
        try checkSettings(
            steps[0], of: "pre-tokenizer `Split`", known: ["type", "pattern", "behavior", "invert"])
        let byteLevel = "pre-tokenizer `ByteLevel`"
        try require(
            steps[1], of: byteLevel,
            sets: ["add_prefix_space": .boolean(false), "use_regex": .boolean(false)])
        try checkSettings(
            steps[1], of: byteLevel, known: ["type", "add_prefix_space", "use_regex", "trim_offsets"])
        return try SplitPattern.digitsPerGroup(of: steps[0].member("pattern") ?? .null)
    }

    private static func checkSpaceMarks(
        _ normalizer: JSON, _ preTokenizer: JSON
    ) throws(VocabularyError) {
        switch (normalizer, preTokenizer) {
        case (.null, .null): throw .missing("normalizer")
        case (_, .null):
            guard normalizer == SpaceMarks.normalizer else { throw unsupported("normalizer", normalizer) }
        case (.null, _) where preTokenizer.typeName == "Metaspace": try SpaceMarks.check(preTokenizer)
        case (_, _) where preTokenizer.typeName == "Metaspace": throw unsupported("normalizer", normalizer)
        default: throw unsupported("pre-tokenizer", preTokenizer)
        }
    }

    /// The refusal of a part; of a sequence, the first step that is never seen here is named.
    private static func unsupported(_ part: String, _ tree: JSON) -> VocabularyError {
        let known = ["NFC", "Prepend", "Replace"]
        let stranger = (tree.member("normalizers")?.elements ?? []).first {
            !known.contains($0.typeName ?? "")
        }
        return .unsupported(part: part, name: (stranger ?? tree).words)
    }

    /// Refuses a setting that is not the one wanted.
    static func require(
        _ tree: JSON, of part: String, sets wanted: [String: JSON]
    ) throws(VocabularyError) {
        for (name, value) in wanted.sorted(by: { $0.key < $1.key }) {
            let found = tree.member(name) ?? .null
            if found != value { throw .setting(part: part, name: name, value: found.words) }
        }
    }

    /// Refuses a setting that is not known at all.
    static func checkSettings(_ tree: JSON, of part: String, known: Set<String>) throws(VocabularyError) {
        guard let name = tree.members.map(\.name).filter({ !known.contains($0) }).min() else { return }
        throw .setting(part: part, name: name, value: (tree.member(name) ?? .null).words)
    }
}
