/// What is known about a file that is not whole yet; kept beside it as JSON, so that a later run can continue.
struct PartState: Equatable {
    /// Where it comes from, without the query.
    var source: String
    /// What tells its version from others.
    var validator: Validator?
    /// Number of bytes of the whole, when known.
    var total: Int?
    /// What the whole must hash to, when known.
    var checksum: Checksum?
    /// Number of bytes that are on the disk for sure.
    var offset = 0
    /// The SHA-256 of those bytes, in hexadecimal digits.
    var hash = ""

    private static let schema = "tuneprep.part/1"

    init(source: String) {
        self.source = source
    }

    /// Reads what `json` wrote; nil for anything else.
    init?(json: [UInt8]) {
        guard let members = FlatJSON.members(json), members["schema"] == .text(Self.schema),
            case .text(let source) = members["url"], case .number(let offset) = members["offset"],
            case .text(let hash) = members["sha256"]
        else { return nil }
        self.source = source
        self.offset = offset
        self.hash = hash
        validator = Validator(tag: members["etag"]?.text, date: members["last_modified"]?.text)
        if case .number(let total) = members["total"] { self.total = total }
        checksum = members["checksum"]?.text.flatMap(Checksum.init(digits:))
    }

    var json: [UInt8] {
        FlatJSON.bytes([
            ("schema", .text(Self.schema)), ("url", .text(source)),
            ("etag", .init(validator?.tag)), ("last_modified", .init(validator?.date)),
            ("total", total.map { .number($0) } ?? .null), ("checksum", .init(checksum?.digits)),
            ("offset", .number(offset)), ("sha256", .text(hash)),
        ])
    }
}
