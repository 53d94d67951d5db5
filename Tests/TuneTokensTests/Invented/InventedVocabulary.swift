import TestSupport

@testable import TuneTokens

/// Vocabularies made up from a seed.
enum InventedVocabulary: CustomStringConvertible, Sendable {
    /// Byte level: with each split of a token as a merge, as tiktoken text has it, or with one merge for each token.
    case bytes(Vocabulary.ByteLevelRules, everySplit: Bool)
    /// SentencePiece: with pieces only where the quick cutting of ASCII allows for them, or anywhere.
    case pieces(marksEveryText: Bool, isPlain: Bool)

    static let all: [InventedVocabulary] = {
        var all: [InventedVocabulary] = []
        for (digits, whole, nfc) in [
            (1, false, false), (1, false, true), (1, true, false), (1, true, true), (3, false, false),
            (3, false, true), (3, true, false), (3, true, true),
        ] {
            let rules = Vocabulary.ByteLevelRules(
                digitsPerGroup: digits, normalizesToNFC: nfc, takesWholePieceFirst: whole)
            all.append(.bytes(rules, everySplit: whole != nfc))
        }
        for (marks, isPlain) in [(true, true), (false, true), (true, false), (false, false)] {
            all.append(.pieces(marksEveryText: marks, isPlain: isPlain))
        }
        return all
    }()

    var description: String {
        switch self {
        case .bytes(let rules, let everySplit):
            "bytes, \(rules.digitsPerGroup) digits" + (rules.takesWholePieceFirst ? ", whole pieces" : "")
                + (rules.normalizesToNFC ? ", NFC" : "") + (everySplit ? ", every split" : "")
        case .pieces(let marksEveryText, let isPlain):
            "pieces" + (marksEveryText ? ", every text marked" : "") + (isPlain ? ", plain" : "")
        }
    }

    /// One of these vocabularies.
    func vocabulary(_ generator: inout SeededGenerator) -> Vocabulary {
        switch self {
        case .bytes(let rules, let everySplit): Self.byteLevel(rules, everySplit: everySplit, &generator)
        case .pieces(let marks, let isPlain):
            Self.sentencePiece(marksEveryText: marks, isPlain: isPlain, &generator)
        }
    }

    /// A text to learn from.
    static func corpus(_ generator: inout SeededGenerator) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<12 { text += NastyText.text(&generator, parts: 12).prefix(400) }
        for _ in 0..<150 { text += Array((NastyText.words.randomElement(using: &generator) ?? "").utf8) }
        return Array(String(decoding: text, as: UTF8.self).utf8)
    }

    private static func byteLevel(
        _ rules: Vocabulary.ByteLevelRules, everySplit: Bool, _ generator: inout SeededGenerator
    ) -> Vocabulary {
        let text = corpus(&generator)
        let learnt = InventedMerges(
            of: text.map { [$0] }, count: 300, longest: 80, &generator, accepts: { _ in true })
        // Whole pieces that joining mostly does not make, of up to some hundred bytes.
        var whole = NaivePattern(digitsPerGroup: rules.digitsPerGroup).pieces(text).filter { $0.count > 1 }
        whole.shuffle(using: &generator)
        whole = whole.prefix(40) + NastyText.words.map { Array($0.utf8) }
        whole += [[UInt8](repeating: 0x3D, count: 64), [UInt8](repeating: 0x61, count: 300)]
        if Bool.random(using: &generator) {
            for number in [10..<20, 100..<200, 1000..<2000].joined() {
                whole.append(Array(String(number).utf8.dropFirst()))
            }
        }
        var longer = learnt.pairs.map { $0.left + $0.right }
        let known = Set(longer)
        longer += Set(whole).subtracting(known).filter { $0.count > 1 }.sorted {
            $0.lexicographicallyPrecedes($1)
        }
        longer.shuffle(using: &generator)
        var tokens = (UInt8.min...UInt8.max).map { [$0] }.shuffled(using: &generator) + longer
        if !everySplit { tokens.shuffle(using: &generator) }
        let table = InventedTable(tokens)
        let merges =
            everySplit
            ? table.everySplit { UInt32($0) }
            : learnt.pairs.enumerated().map { table.merge($1.left, $1.right, rank: UInt32($0)) }
        return Vocabulary(
            family: rules.digitsPerGroup == 3 ? .llama3 : .qwen2, scheme: .byteLevel(rules),
            texts: table.texts,
            starts: table.starts, merges: merges,
            byteTokens: (UInt8.min...UInt8.max).map { table.ids[[$0]] ?? 0 }, specialTokens: [])
    }
}
