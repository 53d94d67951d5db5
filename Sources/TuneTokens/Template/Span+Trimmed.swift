extension Span where Element == UInt8 {
    /// What is left without the white space at both ends, as Python's `str.strip()` and Jinja's `trim` see it.
    var trimmed: Range<Int> {
        var start = 0
        while start < count, let length = blankLength(at: start) { start += length }
        var end = count
        while end > start {
            let previous = self[end - 1] < 0x80 ? end - 1 : startOfScalar(before: end)
            guard previous < end, blankLength(at: previous) != nil else { break }
            end = previous
        }
        return start..<end
    }

    /// What lies between the first space that follows ASCII and the last such space; nil when there is nothing between.
    var middle: Range<Int>? {
        var first = 1
        while first < count, !isSpaceAfterASCII(first) { first += 1 }
        var last = count - 1
        while last > first, !isSpaceAfterASCII(last) { last -= 1 }
        return first < last ? first..<last : nil
    }

    private func isSpaceAfterASCII(_ offset: Int) -> Bool {
        self[offset] == 0x20 && self[offset - 1] > 0x20 && self[offset - 1] < 0x7F
    }

    /// True when the text begins with white space.
    var leadsWithSpace: Bool { count > 0 && blankLength(at: 0) != nil }

    /// Number of bytes of the white space at `offset`; nil when something else is there.
    private func blankLength(at offset: Int) -> Int? {
        if self[offset] > 0x20 && self[offset] < 0x80 { return nil }
        guard let (point, length) = scalar(at: offset) else { return nil }
        return CharacterTable.shared.flags[Int(point)] & CharacterTable.blank == 0 ? nil : length
    }
}
