extension JSON {
    /// Reads a document of at most `limit` values, those inside others included. Throws
    /// ``JSONReaderError/tooManyValues(limit:)`` beyond.
    public init(_ document: Span<UInt8>, limit: Int = .max) throws(JSONReaderError) {
        var json = try JSONReader(document)
        var left = limit
        self = try json.value(taking: &left, of: limit)
        try json.end()
    }
}

extension JSONReader {
    /// Reads the next value whole, whatever it is.
    public mutating func value() throws(JSONReaderError) -> JSON {
        var left = Int.max
        return try value(taking: &left, of: .max)
    }

    /// Reads the next value whole and takes the number of values in it, itself included, off those `left` of `limit`.
    public mutating func value(taking left: inout Int, of limit: Int) throws(JSONReaderError) -> JSON {
        guard left > 0 else { throw .tooManyValues(limit: limit) }
        left -= 1
        switch try kind() {
        case .object:
            var members: [JSON.Member] = []
            try enterObject()
            while let name = try nextKey() { members.append((name, try value(taking: &left, of: limit))) }
            return .object(members)
        case .array:
            var elements: [JSON] = []
            try enterArray()
            while try nextElement() { elements.append(try value(taking: &left, of: limit)) }
            return .array(elements)
        case .string: return .text(try string())
        case .number: return .number(bytes.extracting(try takeNumber()).text)
        case .boolean: return .boolean(try boolean())
        case .null:
            try null()
            return .null
        }
    }
}
