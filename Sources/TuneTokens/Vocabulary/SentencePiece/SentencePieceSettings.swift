import TuneBytes

/// What a SentencePiece model says about how texts become pieces; it starts with the format's own defaults.
struct SentencePieceSettings {
    private var modelType: UInt64 = 1
    private var putsSpaceBehind = false
    private var fallsBackToBytes = false
    private var normalizer = ""
    private var hasCharacterMap = false
    private var addsDummyPrefix = true
    private var removesExtraSpaces = true
    private var escapesSpaces = true

    /// Reads the `TrainerSpec` in `range`.
    mutating func readTrainer(_ file: Span<UInt8>, in range: Range<Int>) throws(VocabularyError) {
        var fields = ProtobufReader(file, in: range)
        while let (field, value) = try fields.next() {
            guard case .number(let number) = value else { continue }
            switch field {
            case 3: modelType = number
            case 24: putsSpaceBehind = number != 0
            case 35: fallsBackToBytes = number != 0
            default: continue
            }
        }
    }

    /// Reads the `NormalizerSpec` in `range`.
    mutating func readNormalizer(_ file: Span<UInt8>, in range: Range<Int>) throws(VocabularyError) {
        var fields = ProtobufReader(file, in: range)
        while let (field, value) = try fields.next() {
            switch (field, value) {
            case (1, .bytes(let name)): normalizer = file.extracting(name).text
            case (2, .bytes(let map)): hasCharacterMap = !map.isEmpty
            case (3, .number(let number)): addsDummyPrefix = number != 0
            case (4, .number(let number)): removesExtraSpaces = number != 0
            case (5, .number(let number)): escapesSpaces = number != 0
            default: continue
            }
        }
    }

    /// Refuses what would be counted otherwise than here.
    func check() throws(VocabularyError) {
        guard modelType == 2 else {
            let names: [UInt64: String] = [1: "unigram", 3: "word", 4: "char"]
            throw .unsupported(part: "model type", name: names[modelType] ?? "\(modelType)")
        }
        if normalizer != "identity" { throw .unsupported(part: "normalizer", name: normalizer) }
        if hasCharacterMap { throw setting("precompiled_charsmap", "a map") }
        if !addsDummyPrefix { throw setting("add_dummy_prefix", "false") }
        if removesExtraSpaces { throw setting("remove_extra_whitespaces", "true") }
        if !escapesSpaces { throw setting("escape_whitespaces", "false") }
        if putsSpaceBehind {
            throw .setting(part: "trainer", name: "treat_whitespace_as_suffix", value: "true")
        }
        if !fallsBackToBytes { throw .setting(part: "trainer", name: "byte_fallback", value: "false") }
    }

    private func setting(_ name: String, _ value: String) -> VocabularyError {
        .setting(part: "normalizer", name: name, value: value)
    }
}
