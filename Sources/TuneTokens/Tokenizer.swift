public import TuneBytes

/// A model's own tokenizer: counts and encodes texts exactly, from a vocabulary the user has.
///
/// It is never changed and can be shared; texts are counted by counters, one for each thread.
public struct Tokenizer: Sendable {
    private let tables: TokenizerTables
    private let numbers: CharacterNumbers?

    /// A tokenizer for a vocabulary; `source` is the stamp of the file it was read from, to be compared when it is opened
    /// again. Takes some 0.1 s for 128,000 tokens.
    public init(_ vocabulary: Vocabulary, source: FileStamp? = nil) {
        self.init(TokenizerTables(vocabulary, source: source))
    }

    /// The tokenizer that was written to the file at `path`; nil when there is none, or it is damaged, written by
    /// another version, or made of a file with another stamp. Takes a few milliseconds.
    public init?(compiled path: String, source: FileStamp) {
        guard let size = FileStamp(path: path)?.size, let input = try? FileInput(path: path) else {
            return nil
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while bytes.count < size, let read = try? input.read(size - bytes.count, into: &bytes), read > 0 {}
        guard bytes.count == size, let tables = TokenizerTables(compiled: bytes, source: source) else {
            return nil
        }
        self.init(tables)
    }

    private init(_ tables: TokenizerTables) {
        self.tables = tables
        countsForFamily = tables.isPublished
        if case .sentencePiece(let pieces) = tables.scheme {
            numbers = CharacterNumbers(pieces)
        } else {
            numbers = nil
        }
    }

    /// The models that split texts in this way.
    public var family: ModelFamily { tables.family }

    /// True when its counts are the family's: at first when its tokens are those the family was published with. False for
    /// another vocabulary of the same form, unless somebody says what it counts for.
    public var countsForFamily: Bool

    /// Writes what `init(compiled:source:)` opens: some 10 MB. The file appears when all of it is there.
    public func write(to path: String) throws(ByteError) {
        let file = try AtomicFile(path: path)
        let failure = tables.memory.withBytes(from: 0) { bytes -> ByteError? in
            do throws(ByteError) {
                try file.write(bytes)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
        try file.commit()
    }

    /// A counter that begins with the vocabulary's own tokens.
    public func counter() -> ExactCounter {
        counter(within: ExactCounter.Bounds())
    }

    /// A counter that remembers no more than `bounds` beside the vocabulary's own tokens.
    func counter(within bounds: ExactCounter.Bounds) -> ExactCounter {
        switch tables.scheme {
        case .byteLevel(let tables):
            ExactCounter(
                .byteLevel(ByteLevelCounter(tables, bounds: bounds)), keeping: self.tables.memory,
                composer: tables.rules.normalizesToNFC ? Composer() : nil)
        case .sentencePiece(let tables):
            ExactCounter(
                .sentencePiece(
                    SentencePieceCounter(tables, numbers ?? CharacterNumbers(tables), bounds: bounds)),
                keeping: self.tables.memory, composer: nil)
        }
    }
}
