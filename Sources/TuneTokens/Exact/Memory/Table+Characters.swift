extension Table where Element == UInt8 {
    /// The index at which the character after the one at `index` begins, as far as the lead byte tells.
    @inline(__always) func nextCharacter(after index: Int) -> Int {
        let lead = self[index]
        return index &+ (lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
    }

    /// The code point at `index` and its number of bytes; a byte that begins no character is one by itself, U+FFFF.
    @inline(__always) func character(at index: Int, before end: Int) -> (point: Int, bytes: Int) {
        let lead = Int(self[index])
        if lead < 0x80 { return (lead, 1) }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, end &- index >= length else { return (0xFFFF, 1) }
        var point = lead & (0x7F &>> length)
        for offset in 1..<length { point = point &<< 6 | Int(self[index &+ offset]) & 0x3F }
        return (point < 0x110000 ? point : 0xFFFF, length)
    }
}
