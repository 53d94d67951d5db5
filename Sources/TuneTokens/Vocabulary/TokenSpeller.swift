import TuneBytes

/// Turns the spelling of a token in a `tokenizer.json` into its text.
enum TokenSpeller {
    case bytes(ByteAlphabet)
    case characters

    /// Puts the text that `spelling` stands for into `text`; false when it stands for none.
    func decode(_ spelling: Span<UInt8>, to text: inout UniqueBuffer<UInt8>) -> Bool {
        switch self {
        case .bytes(let alphabet): return alphabet.decode(spelling, to: &text)
        case .characters:
            text.append(spelling)
            return true
        }
    }
}
