/// Finds the words a user may have meant.
public enum NearMisses {
    /// Up to three of `words` that are close to `word`, the closest first, of equally close ones the first: the same but for case and separators,
    /// a part of one another, or a few letters apart (Damerau's optimal string alignment).
    public static func of(_ word: String, in words: [String]) -> [String] {
        let wanted = folded(word)
        let limit = max(1, wanted.count / 3)
        let ranked = words.enumerated().compactMap { index, candidate -> (Int, Int, String)? in
            let other = folded(candidate)
            let distance = distance(wanted, other)
            guard distance < max(wanted.count, other.count) else { return nil }
            let contains =
                wanted.count >= 3 && other.count >= 3 && (isPart(wanted, other) || isPart(other, wanted))
            guard distance <= limit || contains else { return nil }
            return (distance <= limit ? distance : limit + 1, index, candidate)
        }
        return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
    }

    /// `did you mean …` with the words that are close to `word`, as a line of help; nothing when none does.
    public static func help(for word: String, in words: [String]) -> [String] {
        question(of(word, in: words))
    }

    /// `did you mean …` with these words, as a line of help; nothing for none.
    public static func question(_ words: [String]) -> [String] {
        guard !words.isEmpty else { return [] }
        return ["did you mean " + words.map { "`\($0)`" }.joined(separator: " or ")]
    }

    private static func folded(_ word: String) -> [Character] {
        Array(word.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func isPart(_ part: [Character], _ whole: [Character]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }

    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in 1...one.count {
            var current = [row]
            for column in 1...other.count {
                let substitution = last[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)
                var best = min(last[column] + 1, current[column - 1] + 1, substitution)
                let isSwap =
                    row > 1 && column > 1 && one[row - 1] == other[column - 2]
                    && one[row - 2] == other[column - 1]
                if isSwap { best = min(best, beforeLast[column - 2] + 1) }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}
