/// Why a JSON document cannot be read on. Offsets are of bytes, from 0.
public enum JSONReaderError: Error, Hashable, Sendable {
    /// The document ends before it is complete.
    case ended
    /// The byte at this offset cannot be there.
    case unexpected(offset: Int)
    /// A value is not of the kind that was asked for.
    case mismatch(wanted: JSON.Kind, found: JSON.Kind, offset: Int)
    /// A number has a fraction, an exponent or too many digits for an integer.
    case notAnInteger(offset: Int)
    /// The bytes from this offset on are not UTF-8.
    case notUTF8(offset: Int)
    /// Arrays and objects are inside each other more than ``JSONReader/depthLimit`` deep.
    case tooDeep(offset: Int)
    /// There are more values than whoever reads wants to hold.
    case tooManyValues(limit: Int)
}

extension JSONReaderError: CustomStringConvertible {
    /// One line, lower case, without a full stop; to follow the name of the document.
    public var description: String {
        switch self {
        case .ended: "the JSON is cut off"
        case .unexpected(let offset): "the JSON breaks at byte \(offset)"
        case .mismatch(let wanted, let found, let offset):
            "the value at byte \(offset) must be \(wanted.noun), not \(found.noun)"
        case .notAnInteger(let offset): "the number at byte \(offset) must be a whole number"
        case .notUTF8(let offset): "the text is not UTF-8 at byte \(offset)"
        case .tooManyValues(let limit): "the JSON holds more than \(limit) values"
        case .tooDeep(let offset):
            "the JSON is nested more than \(JSONReader.depthLimit) deep at byte \(offset)"
        }
    }
}

extension JSON.Kind {
    /// The kind with its article.
    fileprivate var noun: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        }
    }
}
