import TuneBytes

/// Follows the structure of a JSON container's inside without judging it: strings, nesting, and the commas
/// between its elements.
///
/// A string ends at a line end at the latest, because JSON allows none inside. An element that is broken, by
/// such a string or by a bracket of the wrong kind, ends where a line begins as the element's own first line
/// did. So a missing quote or bracket costs one element, not the rest of the file, where elements are on
/// lines of their own.
struct ElementScanner {
    /// What the scanner came to.
    enum Event {
        /// The comma after an element.
        case comma
        /// The line on which the next element, or the container's end, is found after a broken element.
        case line
        /// The bracket that closes the container.
        case end
    }

    private enum Phase { case before, inside, string, escape, lineStart }

    private let closer: UInt8
    private var phase = Phase.before
    /// The brackets that close what is open.
    private var awaited: [UInt8] = []
    private var isBroken = false
    /// The white space on the line so far; nil after anything else.
    private var indentation: Int?
    /// How the line of the element begins; nil when something is before it.
    private var firstLine: (indentation: Int, byte: UInt8)?

    init(isObject: Bool, isAtLineStart: Bool) {
        closer = UInt8(ascii: isObject ? "}" : "]")
        indentation = isAtLineStart ? 0 : nil
    }

    /// Continues at `offset` to the next event and leaves `offset` after its byte, or on the line's first; nil when the
    /// bytes end first.
    mutating func next(in bytes: Span<UInt8>, _ offset: inout Int) -> Event? {
        while offset < bytes.count {
            switch phase {
            case .inside:
                if let event = stepInside(bytes, &offset) { return event }
            case .string: stepInString(bytes, &offset)
            case .escape:
                phase = .string
                offset += 1
            case .before: stepBefore(bytes[offset], &offset)
            case .lineStart:
                guard let isNext = beginsNext(bytes, at: offset) else { return nil }
                phase = .inside
                guard isNext else { continue }
                begin(indentation: 0)
                return .line
            }
        }
        return nil
    }

    private mutating func begin(indentation: Int?) {
        phase = .before
        awaited.removeAll(keepingCapacity: true)
        isBroken = false
        self.indentation = indentation
    }

    private mutating func stepBefore(_ byte: UInt8, _ offset: inout Int) {
        switch byte {
        case 0x20, 0x09: indentation? += 1
        case 0x0D: break
        case 0x0A: indentation = 0
        default:
            firstLine = indentation.map { ($0, byte) }
            phase = .inside
            return
        }
        offset += 1
    }

    /// Goes over structure up to an event, a string or the end of the bytes.
    private mutating func stepInside(_ bytes: Span<UInt8>, _ offset: inout Int) -> Event? {
        while offset < bytes.count, phase == .inside {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): phase = .string
            case UInt8(ascii: "{"), UInt8(ascii: "["): awaited.append(byte + 2)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if awaited.isEmpty, byte == closer { return .end }
                if awaited.popLast() != byte { isBroken = true }
            case UInt8(ascii: ","):
                guard awaited.isEmpty else { continue }
                begin(indentation: nil)
                return .comma
            case 0x0A:
                if isBroken { phase = .lineStart }
            default: break
            }
        }
        return nil
    }

    /// Goes to the string's end, or to the end of the bytes.
    private mutating func stepInString(_ bytes: Span<UInt8>, _ offset: inout Int) {
        var stop = bytes.jsonStringStop(from: offset)
        while stop < bytes.count, phase == .string {
            switch bytes[stop] {
            case UInt8(ascii: "\\"):
                stop += 1
                if stop == bytes.count { phase = .escape }
            case UInt8(ascii: "\""): phase = .inside
            case 0x0A:
                isBroken = true
                phase = .lineStart
            default: break
            }
            stop += 1
            if phase == .string { stop = bytes.jsonStringStop(from: stop) }
        }
        offset = min(stop, bytes.count)
    }

    /// True when the line at `start` begins as the element's own first line did, or with the container's end;
    /// nil when the bytes end before that shows.
    private func beginsNext(_ bytes: Span<UInt8>, at start: Int) -> Bool? {
        guard let firstLine else { return false }
        var offset = start
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
        guard offset < bytes.count else { return nil }
        let indentation = offset - start
        if bytes[offset] == closer { return indentation <= firstLine.indentation }
        return bytes[offset] == firstLine.byte && indentation == firstLine.indentation
    }
}
