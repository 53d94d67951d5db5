@testable import TuneTokens

/// The pattern of Llama 3 and Qwen2, alternative by alternative: slow, and alike in nothing but its results.
struct NaivePattern {
    let digitsPerGroup: Int

    private static let contractions = ["s", "t", "re", "ve", "m", "ll", "d"].map { Array($0.unicodeScalars) }

    /// The pieces of a text.
    func pieces(_ text: [UInt8]) -> [[UInt8]] {
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map(\.value)
        var pieces: [[UInt8]] = []
        var index = 0
        while index < scalars.count {
            let length = match(scalars[index...])
            pieces.append(utf8(Array(scalars[index..<(index + length)])))
            index += length
        }
        return pieces
    }

    private func match(_ rest: ArraySlice<UInt32>) -> Int {
        let alternatives = [contraction, word, digits, others, lineEnds, spaces]
        for alternative in alternatives {
            let length = alternative(rest)
            if length > 0 { return length }
        }
        return run(rest, isSpace)
    }

    private func contraction(_ rest: ArraySlice<UInt32>) -> Int {
        guard rest.first == 0x27 else { return 0 }
        let folded = rest.dropFirst().prefix(2).map { scalar in
            scalar == 0x17F ? 0x73 : (0x41...0x5A).contains(scalar) ? scalar + 32 : scalar
        }
        let found = Self.contractions.first { folded.starts(with: $0.map(\.value)) }
        return found.map { $0.count + 1 } ?? 0
    }

    private func word(_ rest: ArraySlice<UInt32>) -> Int {
        if let first = rest.first, kind(first) == .other || kind(first) == .space {
            let letters = run(rest.dropFirst(), isLetter)
            return letters > 0 ? letters + 1 : 0
        }
        return run(rest, isLetter)
    }

    private func digits(_ rest: ArraySlice<UInt32>) -> Int {
        min(run(rest) { kind($0) == .number }, digitsPerGroup)
    }

    private func others(_ rest: ArraySlice<UInt32>) -> Int {
        let space = rest.first == 0x20 ? 1 : 0
        let visible = run(rest.dropFirst(space)) { kind($0) == .other }
        guard visible > 0 else { return 0 }
        return space + visible + run(rest.dropFirst(space + visible), isLineEnd)
    }

    private func lineEnds(_ rest: ArraySlice<UInt32>) -> Int {
        let blanks = rest.prefix(run(rest, isSpace))
        return blanks.lastIndex(where: isLineEnd).map { $0 - rest.startIndex + 1 } ?? 0
    }

    private func spaces(_ rest: ArraySlice<UInt32>) -> Int {
        let blanks = run(rest, isSpace)
        return blanks == rest.count ? blanks : max(0, blanks - 1)
    }

    private func run(_ rest: ArraySlice<UInt32>, _ belongs: (UInt32) -> Bool) -> Int {
        (rest.firstIndex { !belongs($0) } ?? rest.endIndex) - rest.startIndex
    }

    private func kind(_ scalar: UInt32) -> CharacterClass {
        CharacterTable.shared.characterClass(of: scalar)
    }

    private func isLetter(_ scalar: UInt32) -> Bool { kind(scalar) == .letter }
    private func isLineEnd(_ scalar: UInt32) -> Bool { kind(scalar) == .lineEnd }
    private func isSpace(_ scalar: UInt32) -> Bool { kind(scalar) == .space || isLineEnd(scalar) }
}
