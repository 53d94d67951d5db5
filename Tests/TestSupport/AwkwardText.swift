extension SeededGenerator {
    /// A short text of what is hard to write and to read again.
    public mutating func awkwardText(without unwanted: Set<String> = []) -> String {
        let fragments = Self.fragments.filter { !unwanted.contains($0) }
        let count = Int.random(in: 0...9, using: &self)
        return (0..<count).map { _ in fragments.randomElement(using: &self) ?? "" }.joined()
    }

    private static let fragments = [
        "\"", "\"\"", ",", "\r", "\n", "\r\n", "\0", "\t", " ", "  ", "\\", "\\n", "/", "'", ";", "|", "{",
        "]",
        "a", "Z", "0", "null", "é", "e\u{301}", "\u{301}", "語", "😀", "👩‍⚕️", "🇩🇪", "\u{2028}", "\u{85}", "\u{A0}",
        "\u{FEFF}", "\u{200B}", "\u{1}", "\u{8}", "\u{C}", "\u{1F}", "\u{7F}", "\u{FFFF}", "\u{10FFFF}",
    ]
}
