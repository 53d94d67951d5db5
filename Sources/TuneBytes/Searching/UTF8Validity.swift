extension Span where Element == UInt8 {
    /// The offset of the first byte that cannot be where it is in UTF-8, or nil when all is valid.
    ///
    /// A sequence that is cut, overlong, a surrogate or beyond U+10FFFF is reported at its first byte
    /// (Unicode Standard, table 3-7). A cut at the very end counts as invalid.
    public func firstInvalidUTF8(from start: Int = 0) -> Int? {
        var offset = start
        while true {
            offset += asciiLength(from: offset)
            guard offset < count else { return nil }
            let length = validSequenceLength(at: offset)
            if length == 0 { return offset }
            offset += length
        }
    }

    /// True when the last character is cut off by the end.
    public var endsInsideCharacter: Bool {
        for back in 1...3 where back <= count {
            let byte = self[count - back]
            if byte & 0xC0 != 0x80 { return byte >= (back == 1 ? 0xC0 : back == 2 ? 0xE0 : 0xF0) }
        }
        return false
    }

    /// The length of the valid multi-byte sequence at `offset`, or 0.
    private func validSequenceLength(at offset: Int) -> Int {
        let lead = self[offset]
        switch lead {
        case 0xC2...0xDF:
            return hasContinuations(1, after: offset) ? 2 : 0
        case 0xE0...0xEF:
            guard hasContinuations(2, after: offset) else { return 0 }
            let second = self[offset + 1]
            if lead == 0xE0, second < 0xA0 { return 0 }
            if lead == 0xED, second >= 0xA0 { return 0 }
            return 3
        case 0xF0...0xF4:
            guard hasContinuations(3, after: offset) else { return 0 }
            let second = self[offset + 1]
            if lead == 0xF0, second < 0x90 { return 0 }
            if lead == 0xF4, second >= 0x90 { return 0 }
            return 4
        default:
            return 0
        }
    }

    private func hasContinuations(_ wanted: Int, after offset: Int) -> Bool {
        guard offset + wanted < count else { return false }
        for step in 1...wanted where self[offset + step] & 0xC0 != 0x80 { return false }
        return true
    }
}
