import TuneBytes

/// Turns the spelling of a token in a `tokenizer.json` into its text.
enum TokenSpeller {
    case bytes(ByteAlphabet)
    case characters

    /// Appends the text that `spelling` spells to `text`; false when it spells none.
    func decode(_ spelling: Span<UInt8>, to text: inout UniqueBuffer<UInt8>) -> Bool {
        switch self {
        case .bytes(let alphabet): return alphabet.decode(spelling, to: &text)
        case .characters:
            text.append(spelling)
            return true
        }
    }
}
