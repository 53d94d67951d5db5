import TuneBytes
public import TuneTokens

/// A vocabulary that the user has added: what is known of the file.
public struct TokenizerEntry: Sendable, Equatable {
    /// The family it counts for.
    public var family: ModelFamily
    /// The name of the file, in the folder of the family.
    var file: String
    /// Its SHA-256, in hexadecimal.
    public var sha256: String
    /// Its size in bytes.
    public var bytes: Int
    /// Number of tokens in the vocabulary.
    public var tokens: Int
    /// True when these are the tokens the family was published with.
    public var isPublished: Bool
    /// Where it came from: a path, or a repository of the hub.
    public var origin: String

    /// What is wrong when the card cannot be read.
    public static let damaged = "its card is damaged, or of another version"
    static let gone = "its file is gone"
    static let changed = "its file has other bytes than when it was added"

    /// The version of the card's form.
    private static let schema = "tuneprep.tokenizer/1"

    /// The card as JSON.
    var json: JSON {
        .object([
            ("schema", .text(Self.schema)), ("family", .text(family.rawValue)), ("file", .text(file)),
            ("sha256", .text(sha256)), ("bytes", .number(bytes)), ("tokens", .number(tokens)),
            ("published", .boolean(isPublished)), ("origin", .text(origin)),
        ])
    }
}

extension TokenizerEntry {
    /// The entry on a card; nil when it is damaged or of another form.
    init?(card: [UInt8]) {
        var words: [String: String] = [:]
        do throws(JSONReaderError) {
            var reader = try JSONReader(card.span)
            try reader.enterObject()
            while let key = try reader.nextKey() {
                switch try reader.kind() {
                case .string: words[key] = try reader.string()
                default:
                    let range = try reader.skip()
                    words[key] = String(decoding: card[range], as: UTF8.self)
                }
            }
            try reader.end()
        } catch {
            return nil
        }
        guard words["schema"] == Self.schema,
            let family = words["family"].flatMap(ModelFamily.init(rawValue:)),
            let file = words["file"], !file.utf8.contains(UInt8(ascii: "/")), let sha256 = words["sha256"],
            let bytes = words["bytes"].flatMap({ Int($0) }),
            let tokens = words["tokens"].flatMap({ Int($0) }),
            let origin = words["origin"]
        else { return nil }
        self.init(
            family: family, file: file, sha256: sha256, bytes: bytes, tokens: tokens,
            isPublished: words["published"] == "true", origin: origin)
    }
}
