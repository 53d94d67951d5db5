import TuneBytes

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

    /// Reads what ``json`` wrote; nil for anything else.
    init?(json bytes: [UInt8]) {
        guard let json = try? JSON(bytes.span), json.repeatedNames.isEmpty,
            json["schema"] == .text(Self.schema), let source = json["url"]?.text,
            let offset = Self.size(json["offset"]), let hash = json["sha256"]?.text
        else { return nil }
        self.source = source
        self.offset = offset
        self.hash = hash
        validator = Validator(tag: json["etag"]?.text, date: json["last_modified"]?.text)
        total = Self.size(json["total"])
        checksum = json["checksum"]?.text.flatMap(Checksum.init(digits:))
    }

    var json: [UInt8] {
        let state = JSON.object([
            ("schema", .text(Self.schema)), ("url", .text(source)),
            ("etag", .text(validator?.tag)), ("last_modified", .text(validator?.date)),
            ("total", .number(total)), ("checksum", .text(checksum?.digits)),
            ("offset", .number(offset)), ("sha256", .text(hash)),
        ])
        return state.bytes(.indented) + [0x0A]
    }

    /// A number of bytes.
    private static func size(_ value: JSON?) -> Int? {
        guard case .number(let spelling)? = value, let size = Int(spelling), size >= 0 else { return nil }
        return size
    }
}
