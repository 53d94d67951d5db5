@testable import TuneTokens

/// The tokens of texts by definition, slowly: what exact counting is compared with.
struct NaiveTokenizer {
    private let vocabulary: Vocabulary
    private var merges: [UInt64: Merge] = [:]
    private var ids: [[UInt8]: Int] = [:]

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        for merge in vocabulary.merges {
            let pair = Self.pair(Int(merge.left), Int(merge.right))
            if let known = merges[pair], known.rank <= merge.rank { continue }
            merges[pair] = merge
        }
        for id in 0..<vocabulary.count where !vocabulary.textRange(of: id).isEmpty {
            ids[Array(vocabulary.texts[vocabulary.textRange(of: id)])] = id
        }
    }

    /// The ids of a text in UTF-8.
    func encode(_ text: [UInt8]) -> [UInt32] {
        switch vocabulary.scheme {
        case .byteLevel(let rules):
            let text = rules.normalizesToNFC ? composed(text) : text
            return NaivePattern(digitsPerGroup: rules.digitsPerGroup).pieces(text).flatMap { piece in
                if rules.takesWholePieceFirst, let whole = ids[piece] { return [UInt32(whole)] }
                return join(piece.map { Int(vocabulary.byteTokens[Int($0)]) }).map { UInt32($0) }
            }
        case .sentencePiece(let marksEveryText): return encode(text, marksEveryText: marksEveryText)
        }
    }

    /// What ids spell, with U+2581 as a space.
    func spell(_ tokens: [UInt32]) -> [UInt8] {
        let text = tokens.flatMap { token -> [UInt8] in
            guard token < vocabulary.count else { return [] }
            let range = vocabulary.textRange(of: Int(token))
            if !range.isEmpty { return Array(vocabulary.texts[range]) }
            return vocabulary.byteTokens.firstIndex(of: token).map { [UInt8($0)] } ?? []
        }
        return vocabulary.isSentencePiece ? Self.withSpaces(text) : text
    }

    /// What the ids of a text have to spell.
    func spelled(_ text: [UInt8]) -> [UInt8] {
        switch vocabulary.scheme {
        case .byteLevel(let rules): return rules.normalizesToNFC ? composed(text) : text
        case .sentencePiece(let marksEveryText):
            let spaced = Self.withSpaces(text)
            return text.isEmpty || (!marksEveryText && spaced.first == 0x20) ? spaced : [0x20] + spaced
        }
    }

    private func encode(_ text: [UInt8], marksEveryText: Bool) -> [UInt32] {
        var scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
            scalar == " " ? 0x2581 : scalar.value
        }
        if scalars.isEmpty { return [] }
        if marksEveryText || scalars.first != 0x2581 { scalars.insert(0x2581, at: 0) }
        // A character that is no piece is a negative number, with which nothing joins.
        let symbols = scalars.map { ids[utf8([$0])] ?? -Int($0) - 1 }
        return join(symbols).flatMap { symbol in
            if symbol >= 0 { return [UInt32(symbol)] }
            return utf8([UInt32(-symbol - 1)]).map { vocabulary.byteTokens[Int($0)] }
        }
    }

    /// Joins the pair of lowest rank, the leftmost of equals, until none joins.
    private func join(_ symbols: [Int]) -> [Int] {
        var symbols = symbols
        var ranks = zip(symbols, symbols.dropFirst()).map(rank)
        while let least = ranks.min(), least < .max, let index = ranks.firstIndex(of: least),
            let merge = merges[Self.pair(symbols[index], symbols[index + 1])]
        {
            symbols[index] = Int(merge.result)
            symbols.remove(at: index + 1)
            ranks.remove(at: index)
            if index > 0 { ranks[index - 1] = rank(symbols[index - 1], symbols[index]) }
            if index < ranks.count { ranks[index] = rank(symbols[index], symbols[index + 1]) }
        }
        return symbols
    }

    private func rank(_ left: Int, _ right: Int) -> UInt32 {
        left < 0 || right < 0 ? .max : merges[Self.pair(left, right)]?.rank ?? .max
    }

    private static func pair(_ left: Int, _ right: Int) -> UInt64 {
        UInt64(left) << 32 | UInt64(right)
    }

    private static func withSpaces(_ text: [UInt8]) -> [UInt8] {
        Array(
            String(decoding: text, as: UTF8.self).unicodeScalars.map { $0 == "\u{2581}" ? " " : $0 }
                .flatMap { utf8([$0.value]) })
    }
}
