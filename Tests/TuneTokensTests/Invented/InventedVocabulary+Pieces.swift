import TestSupport

@testable import TuneTokens

extension InventedVocabulary {
    private static let mark: [UInt8] = [0xE2, 0x96, 0x81]

    /// Pieces learnt from a text, runs of the space mark that join last and all alike, and some that joining never makes.
    static func sentencePiece(
        marksEveryText: Bool, isPlain: Bool, _ generator: inout SeededGenerator
    ) -> Vocabulary {
        let symbols = String(decoding: corpus(&generator), as: UTF8.self).unicodeScalars.map { scalar in
            scalar == " " ? mark : utf8([scalar.value])
        }
        let learnt = InventedMerges(of: symbols, count: 300, longest: 60, &generator) { piece in
            !isPlain || allowsQuickCutting(piece)
        }
        let characters = Set(symbols + (0x20..<0x7F).map { [UInt8($0)] } + [mark])
            .filter { $0 != [0x20] && $0 != [0x71] && $0 != [0x01] }
            .filter { $0 == mark || $0[0] < 0x80 || Int.random(in: 0..<4, using: &generator) > 0 }
        var scored = learnt.pairs.map { $0.left + $0.right }
        scored += ["unreached", "▁never", "テスト語"].map { Array($0.utf8) }
        scored += isPlain ? [] : ["1a", "\n\n", "a b", "a▁b"].map { Array($0.utf8) }
        let runs = (2...16).map { Array(repeatElement(mark, count: $0).joined()) }
        let ranked = scored.filter { !$0.allSatisfy(mark.contains) } + runs
        let known = ranked.enumerated().map { (piece: $1, rank: min($0, ranked.count - runs.count)) }
        let ranks = Dictionary(known.map { ($0.piece, $0.rank) }, uniquingKeysWith: min)
        var tokens = Array(ranks.keys) + Array(characters) + [[UInt8]](repeating: [], count: 259)
        tokens.sort { $0.lexicographicallyPrecedes($1) }
        tokens.shuffle(using: &generator)
        let table = InventedTable(tokens)
        let gaps = tokens.indices.filter { tokens[$0].isEmpty }.map { UInt32($0) }
        return Vocabulary(
            family: .mistral, scheme: .sentencePiece(marksEveryText: marksEveryText), texts: table.texts,
            starts: table.starts, merges: table.everySplit { UInt32(ranks[tokens[$0]] ?? 0) },
            byteTokens: Array(gaps.prefix(256)), specialTokens: [])
    }

    /// True for a piece in which ASCII is side by side only as letters, as marks, as spaces before others.
    private static func allowsQuickCutting(_ piece: [UInt8]) -> Bool {
        let text = String(decoding: piece, as: UTF8.self).replacing("\u{2581}", with: " ").utf8
        func kind(_ byte: UInt8) -> Character {
            switch byte {
            case 0x20: "s"
            case 0x30...0x39, 9...12: "n"
            case 0x41...0x5A, 0x61...0x7A: "l"
            default: byte < 0x80 ? "o" : "x"
            }
        }
        return zip(text, text.dropFirst()).allSatisfy { left, right in
            ["ss", "sl", "so", "ll", "oo"].contains("\(kind(left))\(kind(right))") || max(left, right) >= 0x80
        }
    }
}
