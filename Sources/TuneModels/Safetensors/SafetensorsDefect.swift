public import TuneBytes

/// What can be wrong with a safetensors file. Offsets are from the front of the file, `at` of the header's JSON.
public enum SafetensorsDefect: Sendable, Hashable {
    /// There is no room for the length of the header.
    case tooSmall(size: Int)
    /// The header would be longer than the format allows.
    case headerTooLong(length: UInt64, limit: Int)
    /// The headers of all files of the model would be longer together than one may be.
    case headersTooLong(together: Int, limit: Int)
    /// The header would end after the end of the file.
    case headerBeyondEnd(length: Int, size: Int)
    /// The header does not begin with `{`.
    case notAnObject
    /// The header's JSON cannot be read; `tensor` is the entry it breaks in, where it is known.
    case brokenHeader(JSONReaderError, tensor: String?)
    /// A key is there twice: a tensor's name, a key of `__metadata__`, or a member of a tensor's entry.
    case duplicateKey(String, tensor: String?)
    /// An entry does not say its type, shape or offsets.
    case missingMember(String, tensor: String)
    /// An entry has a type that the format does not know.
    case unknownType(String, tensor: String)
    /// A dimension or an offset is below zero.
    case negative(Int, tensor: String)
    /// A shape, or a list of offsets, has more numbers than any library takes; the rest was not kept.
    case tooManyNumbers(limit: Int, tensor: String)
    /// An entry has not two offsets.
    case notTwoOffsets(Int, tensor: String)
    /// A tensor ends before it begins; both offsets as written.
    case backwards(begin: Int, end: Int, tensor: String)
    /// The number of a tensor's bytes does not fit into 64 bits.
    case tooLarge(tensor: String)
    /// The last byte of a tensor is not filled.
    case partOfAByte(tensor: String)
    /// A tensor's type and shape want another number of bytes than it has.
    case wrongLength(wanted: Int, found: Int, tensor: String)
    /// Bytes before a tensor belong to none.
    case gap(bytes: Range<Int>, before: String)
    /// A tensor begins inside another.
    case overlap(tensor: String, with: String)
    /// A tensor ends after the end of the file.
    case beyondEnd(end: Int, size: Int, tensor: String)
    /// Bytes after the last tensor belong to none.
    case trailing(bytes: Range<Int>)
    /// The file ended before its size was reached.
    case endedEarly(received: Int, size: Int)
}

extension SafetensorsDefect {
    /// The tensor concerned.
    public var tensor: String? {
        switch self {
        case .brokenHeader(_, let tensor): tensor
        case .duplicateKey(_, let tensor?): tensor
        case .duplicateKey(let key, nil): key
        case .missingMember(_, let tensor), .unknownType(_, let tensor), .negative(_, let tensor),
            .tooManyNumbers(_, let tensor),
            .notTwoOffsets(_, let tensor), .backwards(_, _, let tensor), .tooLarge(let tensor),
            .partOfAByte(let tensor), .wrongLength(_, _, let tensor), .gap(_, let tensor),
            .overlap(let tensor, _), .beyondEnd(_, _, let tensor):
            tensor
        default: nil
        }
    }

    /// The bytes concerned, from the front of the file.
    public var bytes: Range<Int>? {
        switch self {
        case .gap(let bytes, _), .trailing(let bytes): bytes
        case .headerTooLong, .headerBeyondEnd: 0..<8
        case .notAnObject: 8..<9
        default: nil
        }
    }
}
