import TuneBytes

/// Reads a SentencePiece model: a `ModelProto` of sentencepiece_model.proto, whose pieces' ids are their indices.
enum SentencePieceModel {
    static func vocabulary(in file: Span<UInt8>) throws(VocabularyError) -> Vocabulary {
        var pieces: [SentencePiece] = []
        var settings = SentencePieceSettings()
        var fields = ProtobufReader(file, in: 0..<file.count)
        while let (field, value) = try fields.next() {
            switch (field, value) {
            case (1, .bytes(let range)):
                guard pieces.count < Vocabulary.idLimit else { throw .tooManyTokens }
                pieces.append(try SentencePiece(file, in: range))
            case (2, .bytes(let range)): try settings.readTrainer(file, in: range)
            case (3, .bytes(let range)): try settings.readNormalizer(file, in: range)
            default: continue
            }
        }
        try settings.check()
        return try vocabulary(of: pieces, file)
    }

    private static func vocabulary(
        of pieces: [SentencePiece], _ file: Span<UInt8>
    ) throws(VocabularyError) -> Vocabulary {
        var table = TokenTable(capacity: pieces.count)
        var bytes = ByteFallback()
        var specials: [SpecialToken] = []
        for (id, piece) in pieces.enumerated() {
            let text = file.extracting(piece.text)
            switch piece.kind {
            case .normal:
                try append(text, to: &table)
                continue
            case .byte: try bytes.add(text.text, id: id)
            case .unknown, .control, .userDefined:
                specials.append(SpecialToken(id: UInt32(id), spelling: text.text))
            case .unused: throw .unsupported(part: "unused piece", name: text.text)
            }
            table.appendGap()
        }
        return Vocabulary(
            family: .mistral, scheme: .sentencePiece(marksEveryText: true), texts: table.texts,
            starts: table.starts,
            merges: merges(of: table, pieces), byteTokens: try bytes.tokens(), specialTokens: specials)
    }

    private static func append(_ text: Span<UInt8>, to table: inout TokenTable) throws(VocabularyError) {
        guard !text.isEmpty, text.count <= TokenTable.lengthLimit, text.firstInvalidUTF8() == nil else {
            throw .badToken(text.text)
        }
        guard table.append(text) else { throw .repeated("the piece `\(text.text)`") }
    }

    /// All pairs of pieces that join, those of the highest score first; equal scores are equal ranks.
    private static func merges(of table: TokenTable, _ pieces: [SentencePiece]) -> [Merge] {
        let order = pieces.indices.filter { pieces[$0].kind == .normal }
            .sorted { (pieces[$1].score, $0) < (pieces[$0].score, $1) }
        var merges: [Merge] = []
        var splits = SplitMerges(of: table, atCharacters: true)
        var rank: UInt32 = 0
        var score = order.first.map { pieces[$0].score } ?? 0
        for id in order {
            if pieces[id].score != score {
                score = pieces[id].score
                rank += 1
            }
            splits.append(into: UInt32(id), rank: rank, to: &merges)
        }
        return merges
    }
}
