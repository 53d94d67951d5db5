/// What a character is to the pre-tokenizers of Llama 3 and Qwen2.
enum CharacterClass: UInt8 {
    case other = 0
    /// `\p{L}` of Unicode 16.0.
    case letter = 1
    /// `\p{N}` of Unicode 16.0.
    case number = 2
    /// White space but for the two line ends.
    case space = 3
    /// U+000A and U+000D.
    case lineEnd = 4
}
