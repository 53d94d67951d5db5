internal import TuneBytes

extension WireValue {
    /// Reads a document; nil for what is none. `NaN` and its like, which Python's writer leaves bare, are texts.
    init?(_ bytes: [UInt8]) {
        if let value = Self.read(bytes) ?? Self.read(Self.quotingNames(bytes)) {
            self = value
        } else {
            return nil
        }
    }

    private static func read(_ bytes: [UInt8]) -> WireValue? {
        do throws(JSONReaderError) {
            let span = bytes.span
            var json = try JSONReader(span)
            let value = try next(&json, of: bytes)
            try json.end()
            return value
        } catch {
            return nil
        }
    }

    private static func next(
        _ json: inout JSONReader, of bytes: [UInt8]
    ) throws(JSONReaderError) -> WireValue {
        switch try json.kind() {
        case .object:
            var members: [Member] = []
            try json.enterObject()
            while let name = try json.nextKey() { members.append(Member(name, try next(&json, of: bytes))) }
            return .object(members)
        case .array:
            var elements: [WireValue] = []
            try json.enterArray()
            while try json.nextElement() { elements.append(try next(&json, of: bytes)) }
            return .array(elements)
        case .string: return .text(try json.string())
        case .number: return .number(String(decoding: bytes[try json.skip()], as: UTF8.self))
        case .boolean: return .boolean(try json.boolean())
        case .null:
            try json.null()
            return .null
        }
    }

    /// The document with quotes around the words outside strings that stand for no number.
    private static func quotingNames(_ bytes: [UInt8]) -> [UInt8] {
        let names = ["NaN", "-Infinity", "Infinity"].map { Array($0.utf8) }
        var (quoted, place, isInside) = ([UInt8](), 0, false)
        while place < bytes.count {
            if !isInside, let name = names.first(where: { bytes[place...].starts(with: $0) }) {
                quoted += [0x22] + name + [0x22]
                place += name.count
                continue
            }
            if isInside, bytes[place] == 0x5C, place + 1 < bytes.count {
                quoted.append(bytes[place])
                place += 1
            } else if bytes[place] == 0x22 {
                isInside.toggle()
            }
            quoted.append(bytes[place])
            place += 1
        }
        return quoted
    }
}
