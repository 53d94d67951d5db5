import TuneText

/// Takes secrets out of a text that a server wrote, such as tokens and signatures in URLs: those that are known, and what
/// looks like one. What is shown of the user's data goes through `Masking` instead.
public struct SecretMask: Sendable, Equatable {
    private let known: [Secret]

    private static let sign = "***"
    private static let shortest = 8
    private static let keys: Set<String> = [
        "x-amz-signature", "x-amz-security-token", "x-amz-credential", "x-goog-signature",
        "x-goog-credential", "sig", "signature", "token", "access_token", "password", "authorization",
    ]

    /// Words before a secret; the first of them in any text, the others where a secret is awaited.
    private static let schemes = ["bearer", "basic", "digest", "token"]
    /// What ends a value.
    private static let ends: Set<Character> = [
        "&", "\"", "'", "<", ">", "\\", ",", ";", " ", "\t", "\r", "\n", "\r\n",
    ]

    /// A mask that knows these values, and what secrets look like.
    public init(_ known: [Secret]) {
        self.known = known
    }

    /// A mask that knows one more.
    package func and(_ secret: Secret?) -> SecretMask {
        guard let secret, !known.contains(secret) else { return self }
        return SecretMask(known + [secret])
    }

    /// A mask that knows what an address carries after its `?` as well: in a signed one it is a credential.
    package func and(_ address: WebAddress) -> SecretMask {
        let members = (address.query ?? "").split(separator: "&")
        let values = members.compactMap { $0.split(separator: "=", maxSplits: 1).last.map(String.init) }
        let secrets = values.flatMap { [Secret($0), Secret(PercentEncoding.decoded($0))] }
        return secrets.reduce(self) { $0.and($1) }
    }

    /// The text without what is known, and without what looks like a secret; `***` in its place.
    public func masked(_ text: String) -> String {
        var text = text
        for secret in known { secret.withValue { Self.take($0, outOf: &text) } }
        return Self.words(text)
    }

    /// The text without those that are known, as they are or as addresses and headers write them. Other words stay,
    /// for a text that names something.
    package func withoutKnown(_ text: String) -> String {
        var text = text
        for secret in known {
            secret.withValue { value in
                for spelling in Self.spellings(value) { text = text.replacing(spelling, with: Self.sign) }
            }
        }
        return text
    }

    /// As it is, and as an address or a header spells it; none of one that is too short to be looked for.
    private static func spellings(_ value: String) -> [String] {
        guard value.utf8.count >= shortest else { return [] }
        return [value, PercentEncoding.segment(value), String(Base64.text(of: value).prefix { $0 != "=" })]
    }

    /// Takes one out, also where the text's end cuts it.
    private static func take(_ value: String, outOf text: inout String) {
        for spelling in spellings(value) {
            text = text.replacing(spelling, with: sign)
            let cut = (4..<spelling.count).last { text.hasSuffix(spelling.prefix($0)) }
            if let cut { text = text.dropLast(cut) + sign }
        }
    }

    /// Goes through the words: after `Bearer`, after a key that names a secret, or with a secret's beginning.
    private static func words(_ text: String) -> String {
        let characters = Array(text + "\n")
        var (masked, word, key, quote) = ("", "", "", Character(" "))
        // Whether the next value is a secret, and it as far as it was read: to the next of `ends`.
        var (isAwaited, value) = (false, "")
        for place in characters.indices {
            let character = characters[place]
            let isEnd = ends.contains(character) && !isEscapedSlash(characters[place...])
            if isAwaited, !isEnd, !(value.isEmpty && character == ":") {
                value.append(character)
                continue
            }
            if !value.isEmpty {
                isAwaited = schemes.contains(value.lowercased())
                masked += isAwaited ? value : sign
                (key, value) = ("", "")
            }
            if character.isASCII, character.isLetter || character.isNumber || "._-~+%".contains(character) {
                word.append(character)
                continue
            }
            if !word.isEmpty {
                masked += looksSecret(word) ? sign : word
                key = word.lowercased()
                isAwaited = schemes.first == key
                word = ""
            }
            if character == "&" { isAwaited = false }
            if character == "=" || (character == ":" && "\"'".contains(quote)), names(key) {
                isAwaited = true
            }
            if character != " " { quote = character }
            masked.append(character)
        }
        return String(masked.dropLast())
    }

    /// Whether what follows this key is a secret; JSON may write the `&` before it as `\u0026`.
    private static func names(_ key: String) -> Bool {
        keys.contains(key.hasPrefix("u0026") ? String(key.dropFirst(5)) : key)
    }

    /// Whether JSON has written a `/` here with a `\` before it.
    private static func isEscapedSlash(_ rest: ArraySlice<Character>) -> Bool {
        rest.first == "\\" && rest.dropFirst().first == "/"
    }

    private static func looksSecret(_ word: String) -> Bool {
        word.utf8.count >= shortest + 4 && SecretPrefixes.all.contains { word.hasPrefix($0) }
    }
}
