public import TuneBytes

/// A JSON value held whole: the settings of a model are small, and their members come in any order.
public indirect enum Setting: Sendable, Hashable {
    case object([String: Setting])
    case list([Setting])
    case text(String)
    /// A number as it is written.
    case number(String)
    case boolean(Bool)
    case null

    /// The most values that are held.
    public static let valueLimit = 50_000

    /// Reads a document; `repeated` gets the keys that stand twice in an object, of which the last counts. Throws
    /// ``JSONReaderError/tooManyValues(limit:)`` beyond ``valueLimit``.
    public init(_ document: Span<UInt8>, repeated: inout [String]) throws(JSONReaderError) {
        var json = try JSONReader(document)
        var left = Self.valueLimit
        self = try Setting(&json, document, &repeated, &left)
        try json.end()
    }

    /// Reads the next value, of which `left` values may be held.
    init(
        _ json: inout JSONReader, _ document: Span<UInt8>, _ repeated: inout [String], _ left: inout Int
    ) throws(JSONReaderError) {
        guard left > 0 else { throw .tooManyValues(limit: Self.valueLimit) }
        left -= 1
        switch try json.kind() {
        case .object: self = .object(try Self.members(&json, document, &repeated, &left))
        case .array:
            var elements: [Setting] = []
            try json.enterArray()
            while try json.nextElement() {
                elements.append(try Setting(&json, document, &repeated, &left))
            }
            self = .list(elements)
        case .string: self = .text(try json.string())
        case .number: self = .number(document.extracting(try json.skip()).text)
        case .boolean: self = .boolean(try json.boolean())
        case .null:
            try json.null()
            self = .null
        }
    }

    private static func members(
        _ json: inout JSONReader, _ document: Span<UInt8>, _ repeated: inout [String], _ left: inout Int
    ) throws(JSONReaderError) -> [String: Setting] {
        var members: [String: Setting] = [:]
        try json.enterObject()
        while let key = try json.nextKey() {
            if members.updateValue(try Setting(&json, document, &repeated, &left), forKey: key) != nil {
                repeated.append(key)
            }
        }
        return members
    }
}

extension Setting {
    /// The member of that name; nil when there is none, or it is null.
    public subscript(_ key: String) -> Setting? {
        guard case .object(let members) = self, let value = members[key], value != .null else { return nil }
        return value
    }

    /// The text; nil for anything else.
    public var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// The texts of a list of texts; nil for anything else.
    public var texts: [String]? {
        guard case .list(let elements) = self else { return nil }
        let texts = elements.compactMap(\.text)
        return texts.count == elements.count ? texts : nil
    }

    /// The whole number, also when it is written as text or with `.0`; nil for anything else.
    public var integer: Int? {
        switch self {
        case .number(let digits), .text(let digits): Int(digits) ?? Double(digits).flatMap(Int.init(exactly:))
        default: nil
        }
    }

    /// The number, also when it is written as text; nil for anything else.
    public var number: Double? {
        switch self {
        case .number(let digits), .text(let digits): Double(digits)
        default: nil
        }
    }

    /// The truth value; nil for anything else.
    public var boolean: Bool? {
        if case .boolean(let value) = self { return value }
        return nil
    }

    /// The keys of an object, sorted; none for anything else.
    public var keys: [String] {
        if case .object(let members) = self { return members.keys.sorted() }
        return []
    }

    /// The value as a short text, to be shown.
    public var shown: String {
        switch self {
        case .object: "an object"
        case .list: "a list"
        case .text(let text): "\"\(text)\""
        case .number(let digits): digits
        case .boolean(let value): "\(value)"
        case .null: "null"
        }
    }
}
