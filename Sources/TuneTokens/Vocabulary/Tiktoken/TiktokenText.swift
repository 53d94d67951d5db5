import TuneBytes

/// Reads tiktoken ranks as text: on each line a token's bytes in base64, a space, and its rank, from 0 without a gap.
enum TiktokenText {
    static func vocabulary(
        in file: Span<UInt8>, family: ModelFamily?
    ) throws(VocabularyError) -> Vocabulary {
        if family == .mistral { throw .noTiktokenText(.mistral) }
        let table = try table(of: file)
        let bytes = try Vocabulary.byteTokens(in: table)
        let known = PublishedTokens.family(of: PublishedTokens.fingerprint(table.texts, table.starts))
        guard let family = known ?? family else { throw .unknownRanks(tokens: table.count) }
        var merges: [Merge] = []
        merges.reserveCapacity(table.count * 5 / 2)
        var splits = SplitMerges(of: table, atCharacters: false)
        for id in 0..<UInt32(table.count) { splits.append(into: id, rank: id, to: &merges) }
        return Vocabulary(
            family: family, scheme: .byteLevel(rules(of: family)), texts: table.texts, starts: table.starts,
            merges: merges, byteTokens: bytes, specialTokens: [])
    }

    private static func rules(of family: ModelFamily) -> Vocabulary.ByteLevelRules {
        Vocabulary.ByteLevelRules(
            digitsPerGroup: family == .llama3 ? 3 : 1, normalizesToNFC: family == .qwen2,
            takesWholePieceFirst: true)
    }

    private static func table(of file: Span<UInt8>) throws(VocabularyError) -> TokenTable {
        var table = TokenTable(capacity: min(file.count / 10, Vocabulary.idLimit))
        var token = UniqueBuffer<UInt8>()
        let decoder = Base64Decoder()
        var start = 0
        while start < file.count {
            let newline = file.firstOffset(of: 0x0A, from: start) ?? file.count
            let isCRLF = newline > start && file[newline - 1] == 0x0D
            let line = file.extracting(start..<(isCRLF ? newline - 1 : newline))
            if line.isEmpty, file.extracting(newline..<file.count).isBlank { break }
            guard table.count < Vocabulary.idLimit else { throw .tooManyTokens }
            if let defect = read(line, to: &token, by: decoder, next: table.count) {
                throw .line(table.count + 1, defect)
            }
            guard table.append(token.span) else { throw .line(table.count + 1, .repeated) }
            start = newline + 1
        }
        return table
    }

    /// Reads the token of a line; returns what is wrong with the line.
    private static func read(
        _ line: Span<UInt8>, to token: inout UniqueBuffer<UInt8>, by decoder: Base64Decoder, next rank: Int
    ) -> VocabularyError.LineDefect? {
        guard let space = line.firstOffset(of: 0x20), space > 0,
            let number = line.extracting((space + 1)..<line.count).decimal
        else { return .shape }
        token.removeAll()
        guard decoder.decode(line.extracting(0..<space), to: &token) else { return .base64 }
        if token.count > TokenTable.lengthLimit { return .tooLong(limit: TokenTable.lengthLimit) }
        return number == rank ? nil : .rank(expected: rank)
    }
}
