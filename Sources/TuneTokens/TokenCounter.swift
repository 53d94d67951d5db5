/// Says how many tokens a model would make of a text.
///
/// A counter may learn as it counts: it serves one thread at a time.
public protocol TokenCounter {
    /// The ordinary tokens of a UTF-8 text: no begin or end marks, no chat template. 0 for an empty text.
    ///
    /// Invalid UTF-8 is counted too, in some way; it never traps.
    func count(_ text: Span<UInt8>) -> Int

    /// True when no token holds a space after another character, so that a text can be cut before a space that follows ASCII,
    /// and what begins with the space counts as what follows it does by itself.
    var cutsBeforeSpaces: Bool { get }
}

extension TokenCounter {
    /// False: not to be relied on.
    public var cutsBeforeSpaces: Bool { false }
}
