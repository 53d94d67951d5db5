import TuneBytes

/// Cuts the inside of a JSON array or object after the commas between its elements.
struct ElementCutter {
    private var scanner: ElementScanner
    private var scanned = 0
    private var boundary = 0
    private var isAfterComma = false
    private var isAfterEnd = false

    init(isObject: Bool) {
        scanner = ElementScanner(isObject: isObject, isAtLineStart: false)
    }

    /// Continues over what is new in `bytes`; returns the offset after the last whole element and its comma, 0
    /// for none. A comma with the container's end after it stays with that end, because it is a defect.
    mutating func advance(over bytes: Span<UInt8>) -> Int {
        while !isAfterEnd {
            if isAfterComma {
                let next = JSONParser.skipSpace(bytes, scanned)
                guard next < bytes.count else { break }
                if bytes[next] != UInt8(ascii: "]"), bytes[next] != UInt8(ascii: "}") { boundary = scanned }
                isAfterComma = false
            }
            guard let event = scanner.next(in: bytes, &scanned) else { break }
            switch event {
            case .comma: isAfterComma = true
            case .line: boundary = scanned
            case .end: isAfterEnd = true
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
