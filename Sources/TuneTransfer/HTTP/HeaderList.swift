/// The header fields of a request or an answer, in their order. Names are compared without regard to case.
public struct HeaderList: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    /// The fields, in the order in which they are sent.
    public private(set) var fields: [Field] = []

    /// One header field.
    public struct Field: Sendable, Equatable {
        /// The name, spelled as it is sent.
        public var name: String
        /// The value, without blanks around it.
        public var value: String
    }

    /// A list of no fields.
    public init() {}

    /// The fields in the order in which they are written.
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { add(name, value) }
    }

    /// Adds a field after the others.
    public mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// The value of the first field of that name.
    public subscript(name: String) -> String? {
        let lowered = name.lowercased()
        return fields.first { $0.name.lowercased() == lowered }?.value
    }
}
