import TuneBytes

/// Finds what form C may change by looking at three bytes at every offset, wherever characters begin.
///
/// Text that nothing concerns is passed without decoding it and without a branch that depends on it.
struct NFCQuickCheck: Sendable {
    static let shared = NFCQuickCheck()

    private static let blockLength = 16
    /// Below U+0300 nothing is of concern, and that is led by this byte.
    private static let firstLead: UInt8 = 0xCC

    /// By scalar, see `CharacterTable`.
    private let flags: [UInt8]
    /// By byte: 0 if no scalar of concern begins with it, else where the row of its masks begins.
    private let rows: [UInt16]
    /// By start of a row plus the low 6 bits of the second byte: bit i is set when a scalar of concern continues with
    /// a byte whose low 6 bits are i.
    private let masks: [UInt64]

    private init() {
        var rows = [UInt16](repeating: 0, count: 0x100)
        var masks = [UInt64](repeating: 0, count: 0x40)
        for scalar in CompositionTables.shared.concerned {
            var bytes: [UInt8] = []
            bytes.append(scalar: scalar)
            let lead = Int(bytes[0])
            if rows[lead] == 0 {
                rows[lead] = UInt16(masks.count)
                masks += repeatElement(0, count: 0x40)
            }
            let row = Int(rows[lead]) | Int(bytes[1] & 0x3F)
            masks[row] |= bytes.count == 2 ? .max : 1 << UInt64(bytes[2] & 0x3F)
        }
        flags = CharacterTable.shared.flags
        self.rows = rows
        self.masks = masks
    }

    /// True when form C may move a scalar, take it apart, or join it to what comes before.
    func concerns(_ scalar: UInt32) -> Bool {
        flags[Int(scalar)] & CharacterTable.composing != 0
    }

    /// The offset of the first scalar of concern at or after `start`, or nil.
    func firstOffset(in text: Span<UInt8>, from start: Int) -> Int? {
        let rows = rows.span
        let masks = masks.span
        var offset = start
        while offset &+ Self.blockLength &+ 2 <= text.count {
            let end = offset &+ Self.blockLength
            let block = text.extracting(offset..<(end &+ 2))
            var hits: UInt64 = 0
            var union: UInt8 = 0
            for index in 0..<Self.blockLength {
                let row = Int(rows[Int(block[index])]) | Int(block[index &+ 1] & 0x3F)
                hits |= masks[row] &>> UInt64(block[index &+ 2] & 0x3F)
                union |= block[index]
            }
            if hits & 1 != 0, let found = firstOffset(in: text, offset..<end) { return found }
            offset = end
            if union < 0x80 {
                guard let next = text.firstOffset(atLeast: Self.firstLead, from: offset) else { return nil }
                offset = next
            }
        }
        return firstOffset(in: text, offset..<text.count)
    }

    private func firstOffset(in text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        for offset in range where text[offset] >= Self.firstLead {
            if let (value, _) = text.scalar(at: offset), concerns(value) { return offset }
        }
        return nil
    }
}
