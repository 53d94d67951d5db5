import TuneBytes

/// A small JSON value as a whole. A key that repeats is refused.
indirect enum JSONTree: Hashable {
    case object([String: JSONTree])
    case array([JSONTree])
    case string(String)
    case number(Double)
    case boolean(Bool)
    case null

    /// The value that stands in `range`, or null when there is no range.
    init(_ file: Span<UInt8>, in range: Range<Int>?) throws(VocabularyError) {
        guard let range else {
            self = .null
            return
        }
        do {
            var json = try JSONReader(file, in: range)
            guard let tree = try Self.read(&json) else {
                throw VocabularyError.repeated("a key of its settings")
            }
            self = tree
        } catch {
            throw .whileReading(error)
        }
    }

    /// The next value; nil when a key repeats in it.
    private static func read(_ json: inout JSONReader) throws(JSONReaderError) -> JSONTree? {
        switch try json.kind() {
        case .object:
            var members: [String: JSONTree] = [:]
            try json.enterObject()
            while let key = try json.nextKey() {
                guard let value = try read(&json), members.updateValue(value, forKey: key) == nil else {
                    return nil
                }
            }
            return .object(members)
        case .array:
            var elements: [JSONTree] = []
            try json.enterArray()
            while try json.nextElement() {
                guard let element = try read(&json) else { return nil }
                elements.append(element)
            }
            return .array(elements)
        case .string: return .string(try json.string())
        case .number: return .number(try json.number())
        case .boolean: return .boolean(try json.boolean())
        case .null:
            try json.null()
            return .null
        }
    }

    /// The members of an object; none for other values.
    var members: [String: JSONTree] {
        if case .object(let members) = self { members } else { [:] }
    }

    /// The elements of an array; none for other values.
    var elements: [JSONTree] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The member `type`, by which the parts of a tokenizer name their kind.
    var typeName: String? {
        if case .string(let name)? = members["type"] { name } else { nil }
    }

    /// The value in a few words, for messages.
    var words: String {
        switch self {
        case .object: typeName ?? "{…}"
        case .array: "[…]"
        case .string(let text): text
        case .number(let number):
            number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
        case .boolean(let value): "\(value)"
        case .null: "null"
        }
    }
}
