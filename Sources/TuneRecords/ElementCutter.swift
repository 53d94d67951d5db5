import TuneBytes

/// Cuts the inside of a JSON array or object behind the commas between its elements.
struct ElementCutter {
    private var scanner = ElementScanner()
    private var scanned = 0
    private var boundary = 0
    private var isBehindEnd = false

    /// Goes on over what is new in `bytes`; returns the offset behind the last whole element and its comma, 0 for none.
    mutating func advance(over bytes: Span<UInt8>) -> Int {
        while !isBehindEnd, let event = scanner.next(in: bytes, &scanned) {
            if event == .end { isBehindEnd = true } else { boundary = scanned }
        }
        return boundary
    }

    /// Forgets the bytes before the boundary, which have been cut off.
    mutating func cut() {
        scanned -= boundary
        boundary = 0
    }
}
