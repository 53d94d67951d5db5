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
