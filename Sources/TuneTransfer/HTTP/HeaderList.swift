/// The header fields of a request or an answer, in their order. Names are compared without regard to case.
public struct HeaderList: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    /// Name and value.
    public private(set) var fields: [Field] = []

    /// One header field.
    public struct Field: Sendable, Equatable {
        /// As sent.
        public var name: String
        /// Without blanks around it.
        public var value: String
    }

    /// No fields.
    public init() {}

    /// These fields, in this order.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    /// Adds a field behind the others.
    public mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// The value of the first field of that name.
    public subscript(name: String) -> String? {
        let lowered = name.lowercased()
        return fields.first { $0.name.lowercased() == lowered }?.value
    }
}
