import TuneBytes

/// The patterns by which Llama 3 and Qwen 2 split texts, as their `tokenizer.json` files spell them.
enum SplitPattern {
    static let llama3 = pattern(digits: #"\p{N}{1,3}"#)
    static let qwen2 = pattern(digits: #"\p{N}"#)

    /// The most digits one piece holds, when the pattern is one of the two.
    static func digitsPerGroup(of pattern: JSON) throws(VocabularyError) -> Int {
        guard case .text(let text)? = pattern.member("Regex"), pattern.members.count == 1 else {
            throw .unsupported(part: "pattern", name: pattern.words)
        }
        switch text {
        case llama3: return 3
        case qwen2: return 1
        default: throw .unsupported(part: "pattern", name: text)
        }
    }

    private static func pattern(digits: String) -> String {
        #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|"# + digits
            + #"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#
    }
}
