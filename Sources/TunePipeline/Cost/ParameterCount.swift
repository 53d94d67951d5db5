/// The total parameters of a model, as people write them.
public enum ParameterCount {
    /// `8B`, `8.19B`, `350M` or a plain number; nil for anything else.
    public static func spelled(_ word: String) -> Int? {
        let units = ["b": 1_000_000_000, "m": 1_000_000]
        let folded = word.lowercased()
        guard let last = folded.last, let unit = units[String(last)] else {
            return Int(folded).flatMap { $0 > 0 ? $0 : nil }
        }
        let parts = folded.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), whole >= 0, whole < 100_000 else {
            return nil
        }
        guard parts.count == 2 else { return whole > 0 ? whole * unit : nil }
        guard parts[1].count <= 6, let fraction = Int(parts[1]), fraction >= 0 else { return nil }
        let scale = (0..<parts[1].count).reduce(1) { scale, _ in scale * 10 }
        let count = whole * unit + fraction * (unit / scale)
        return count > 0 ? count : nil
    }

    /// The size that a model's name gives away, such as 8B in `llama-v3p1-8b-instruct`; nil when it gives
    /// none.
    public static func named(in name: String) -> Int? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
        return words.lazy.filter { $0.last == "b" }.compactMap { spelled(String($0)) }.first
    }
}
