/// The first bytes of what came.
enum BodyPrefix {
    /// Number of bytes that tell a web page from a file.
    static let pageSize = 64
    /// Number of bytes that tell what a file is: the header of a tar.
    static let size = 512

    /// Whether a text begins like HTML.
    static func isPage(_ bytes: some Sequence<UInt8>) -> Bool {
        var text = String(decoding: Array(bytes.prefix(pageSize)), as: UTF8.self)[...]
        if text.hasPrefix("\u{FEFF}") { text = text.dropFirst() }
        let start = text.drop(while: \.isWhitespace).prefix(16).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    /// The start of `bytes` on one line, without anything that could steer a terminal, and without secrets: servers
    /// repeat what they were sent.
    static func shown(_ bytes: [UInt8], without mask: SecretMask) -> String {
        let text = mask.masked(String(decoding: bytes, as: UTF8.self)).prefix(200)
        let plain = text.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: " "
            default: Character(scalar)
            }
        }
        return plain.split(separator: " ").map { String($0) }.joined(separator: " ")
    }
}
