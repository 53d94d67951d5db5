import TuneBytes

/// Cuts the inside of a JSON array or object behind the commas between its elements.
struct ElementCutter {
    private var scanner: ElementScanner
    private var scanned = 0
    private var boundary = 0
    private var isBehindComma = false
    private var isBehindEnd = false

    init(isObject: Bool) {
        scanner = ElementScanner(isObject: isObject, isAtLineStart: false)
    }

    /// Goes on over what is new in `bytes`; returns the offset behind the last whole element and its comma, 0
    /// for none. A comma with the container's end behind it stays with that end, because it is a fault.
    mutating func advance(over bytes: Span<UInt8>) -> Int {
        while !isBehindEnd {
            if isBehindComma {
                let next = JSONParser.skipSpace(bytes, scanned)
                guard next < bytes.count else { break }
                if bytes[next] != UInt8(ascii: "]"), bytes[next] != UInt8(ascii: "}") { boundary = scanned }
                isBehindComma = false
            }
            guard let event = scanner.next(in: bytes, &scanned) else { break }
            switch event {
            case .comma: isBehindComma = true
            case .line: boundary = scanned
            case .end: isBehindEnd = true
            }
        }
        return boundary
    }

    /// Forgets the bytes before the boundary, which have been cut off.
    mutating func cut() {
        scanned -= boundary
        boundary = 0
    }
}
