/// One piece of a SentencePiece model (`ModelProto.SentencePiece`).
struct SentencePiece {
    /// What a piece is for; the numbers are those of the file.
    enum Kind: UInt64 {
        case normal = 1
        case unknown, control, userDefined, unused, byte
    }

    /// The byte range of its text in the file.
    var text = 0..<0
    /// Pieces of higher score join first.
    var score: Float = 0
    var kind = Kind.normal

    /// Reads the piece in `range`.
    init(_ file: Span<UInt8>, in range: Range<Int>) throws(VocabularyError) {
        var fields = ProtobufReader(file, in: range)
        while let (field, value) = try fields.next() {
            switch (field, value) {
            case (1, .bytes(let range)): text = range
            case (2, .bits32(let bits)): score = Float(bitPattern: bits)
            case (3, .number(let number)):
                guard let kind = Kind(rawValue: number) else { throw .protobuf(offset: range.lowerBound) }
                self.kind = kind
            case (1...3, _): throw .protobuf(offset: range.lowerBound)
            default: continue
            }
        }
        if score.isNaN { throw .protobuf(offset: range.lowerBound) }
    }
}
