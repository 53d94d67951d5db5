/// Counts tokens with the model's own vocabulary.
///
/// Ordinary tokens only: no begin or end marks, and spellings of control tokens are plain text. It remembers what it
/// counted, within some 60 MB, and so is fast; each thread needs its own.
public final class ExactCounter: TokenCounter {
    /// How much a counter remembers beside its vocabulary's own tokens, which always have room.
    struct Bounds {
        /// Number of slots for texts of up to 15 bytes; a power of two.
        var shortSlots = 1 << 21
        /// Number of slots for longer texts; a power of two.
        var longSlots = 1 << 19
        /// Number of bytes of longer texts.
        var longBytes = 16 << 20
    }

    /// The counters by how texts become tokens.
    enum Scheme {
        case byteLevel(ByteLevelCounter)
        case sentencePiece(SentencePieceCounter)
    }

    private let scheme: Scheme
    private let memory: Memory
    private let composer: Composer?
    private var composed: [UInt8] = []

    /// A counter whose tables are in `memory`, which it keeps alive. Given a composer, it brings texts to form C first.
    init(_ scheme: Scheme, keeping memory: Memory, composer: Composer?) {
        self.scheme = scheme
        self.memory = memory
        self.composer = composer
    }

    /// The tokens of a UTF-8 text; 0 for an empty one. Invalid UTF-8 is counted too, in some way; it never traps.
    public func count(_ text: Span<UInt8>) -> Int {
        if text.isEmpty { return 0 }
        guard let composer, !Composer.isComposed(text) else { return counted(text) }
        composed.removeAll(keepingCapacity: true)
        composer.appendComposed(text, to: &composed)
        let composed = composed
        return counted(composed.span)
    }

    /// True for SentencePiece vocabularies like Mistral's.
    public var cutsBeforeSpaces: Bool {
        if case .sentencePiece(let counter) = scheme { counter.cutsBeforeSpaces } else { false }
    }

    /// Appends the ids of the text's tokens.
    public func encode(_ text: Span<UInt8>, into ids: inout [UInt32]) {
        if text.isEmpty { return }
        guard let composer, !Composer.isComposed(text) else { return encoded(text, into: &ids) }
        var composed: [UInt8] = []
        composer.appendComposed(text, to: &composed)
        encoded(composed.span, into: &ids)
    }

    private func counted(_ text: Span<UInt8>) -> Int {
        Table.lending(text) { text in
            switch scheme {
            case .byteLevel(let counter): counter.count(text)
            case .sentencePiece(let counter): counter.count(text)
            }
        }
    }

    private func encoded(_ text: Span<UInt8>, into ids: inout [UInt32]) {
        Table.lending(text) { text in
            switch scheme {
            case .byteLevel(let counter): counter.encode(text, into: &ids)
            case .sentencePiece(let counter): counter.encode(text, into: &ids)
            }
        }
    }
}
