import TuneBytes

/// What a tokenizer's file is, judged by its first bytes.
enum VocabularyFileKind: Hashable {
    case jsonObject, tiktokenText, sentencePiece
    case other(VocabularyLookalike)

    /// The kind of `file`.
    init(of file: Span<UInt8>) {
        let head = file.extracting(0..<min(file.count, 4096))
        guard let first = head.firstVisible else {
            self = .other(file.isEmpty ? .empty : .otherText)
            return
        }
        if let known = Self.knownStart(of: head) {
            self = .other(known)
        } else if head[first] == UInt8(ascii: "{") {
            self = .jsonObject
        } else if head[0] == 0x0A, head.holdsControls {
            self = .sentencePiece
        } else if head.holdsControls {
            self = .other(.binary)
        } else {
            self = Self.text(head, first)
        }
    }

    private static func knownStart(of head: Span<UInt8>) -> VocabularyLookalike? {
        if head.begins(with: "version https://git-lfs") { return .gitLFSPointer }
        if head.begins(with: [0x1F, 0x8B]) { return .gzip }
        if head.begins(with: "PK\u{3}\u{4}") { return .zip }
        if head.begins(with: "GGUF") { return .gguf }
        // Eight bytes of length, then JSON.
        if head.count > 8, head[7] == 0, head[8] == UInt8(ascii: "{") { return .safetensors }
        return nil
    }

    private static func text(_ head: Span<UInt8>, _ first: Int) -> VocabularyFileKind {
        switch head[first] {
        case UInt8(ascii: "<") where head.isMarkup(at: first): return .other(.webPage)
        case UInt8(ascii: "["): return .other(.otherJSON)
        default: break
        }
        if head.begins(with: "#version") { return .other(.mergesText) }
        let line = head.extracting(first..<(head.firstOffset(of: 0x0A, from: first) ?? head.count))
        if let tab = line.firstOffset(of: 0x09), tab > 0, tab + 1 < line.count, line[tab + 1].startsNumber {
            return .other(.sentencePieceList)
        }
        guard let space = line.firstOffset(of: 0x20), space > 0 else { return .other(.otherText) }
        if space + 1 < line.count, line[space + 1].isDigit { return .tiktokenText }
        let hasTwoWords = line.occurrences(of: 0x20) == 1 && space + 1 < line.count
        return .other(hasTwoWords && line.nonASCIICount() > 0 ? .mergesText : .otherText)
    }
}

extension Span where Element == UInt8 {
    /// The offset of the first byte that is no ASCII white space.
    fileprivate var firstVisible: Int? {
        for offset in indices where self[offset] != 0x20 && !(0x09...0x0D).contains(self[offset]) {
            return offset
        }
        return nil
    }

    /// True when there are control bytes that texts do not have.
    fileprivate var holdsControls: Bool {
        for offset in indices where self[offset] < 0x20 && !(0x09...0x0D).contains(self[offset]) {
            return true
        }
        return false
    }

    fileprivate func begins(with text: String) -> Bool {
        begins(with: Array(text.utf8))
    }

    fileprivate func begins(with start: [UInt8]) -> Bool {
        guard count >= start.count else { return false }
        for offset in start.indices where self[offset] != start[offset] { return false }
        return true
    }

    /// True for `<!`, `<?` and for tags of a page's head.
    fileprivate func isMarkup(at start: Int) -> Bool {
        guard start + 1 < count else { return false }
        if self[start + 1] == UInt8(ascii: "!") || self[start + 1] == UInt8(ascii: "?") { return true }
        let tag = extracting(start..<Swift.min(start + 5, count)).text.lowercased()
        return tag == "<html" || tag == "<head" || tag == "<body"
    }
}

extension UInt8 {
    /// True for `0` to `9`.
    var isDigit: Bool { (0x30...0x39).contains(self) }

    fileprivate var startsNumber: Bool { isDigit || self == UInt8(ascii: "-") }
}
