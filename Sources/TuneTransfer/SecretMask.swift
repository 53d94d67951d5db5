/// Takes secrets out of a text that a server wrote: those that are known, and what looks like one.
package struct SecretMask: Sendable, Equatable {
    private let known: [Secret]

    private static let sign = "***"
    private static let shortest = 8
    private static let prefixes = ["eyJ", "hf_", "sk-", "ghp_"]
    private static let keys: Set<String> = [
        "x-amz-signature", "x-amz-security-token", "x-amz-credential", "x-goog-signature",
        "x-goog-credential", "sig", "signature", "token", "access_token", "password", "authorization",
    ]

    /// What ends a value.
    private static let ends: Set<Character> = [
        "&", "\"", "'", "<", ">", "\\", ",", ";", " ", "\t", "\r", "\n", "\r\n",
    ]

    /// A mask that knows these values.
    package init(_ known: [Secret]) {
        self.known = known
    }

    /// A mask that knows one more.
    package func and(_ secret: Secret?) -> SecretMask {
        SecretMask(known + (secret.map { [$0] } ?? []))
    }

    /// A mask that knows what an address carries behind its `?` as well: in a signed one it is a credential.
    package func and(_ address: WebAddress) -> SecretMask {
        let members = (address.query ?? "").split(separator: "&")
        let values = members.compactMap { $0.split(separator: "=", maxSplits: 1).last.map(String.init) }
        return SecretMask(known + values.flatMap { [Secret($0), Secret(PercentEncoding.decoded($0))] })
    }

    /// The text without them.
    package func masked(_ text: String) -> String {
        var text = text
        for secret in known { secret.withValue { Self.take($0, outOf: &text) } }
        return Self.words(text)
    }

    /// Takes one out as it is, as it stands in an address or in a header, and where the text's end cuts it.
    private static func take(_ value: String, outOf text: inout String) {
        guard value.utf8.count >= shortest else { return }
        let base64 = String(Base64.text(of: value).prefix { $0 != "=" })
        for spelling in [value, PercentEncoding.segment(value), base64] {
            text = text.replacing(spelling, with: sign)
            let cut = (4..<spelling.count).last { text.hasSuffix(spelling.prefix($0)) }
            if let cut { text = text.dropLast(cut) + sign }
        }
    }

    /// Goes through the words: after `Bearer`, behind a key that names a secret, or with a secret's beginning.
    private static func words(_ text: String) -> String {
        var (masked, word, before, last) = ("", "", "", Character(" "))
        // Whether the next value is a secret, and whether we are in it: it goes on to the next of `ends`.
        var (isAwaited, isInside) = (false, false)
        for character in text + "\n" {
            defer { last = character }
            if isInside, !ends.contains(character) { continue }
            isInside = false
            if isAwaited, !ends.contains(character), character != ":" {
                masked += sign
                (isAwaited, isInside, before) = (false, true, "")
                continue
            }
            if character.isASCII, character.isLetter || character.isNumber || "._-~+%".contains(character) {
                word.append(character)
                continue
            }
            masked += looksSecret(word) ? sign : word
            if !word.isEmpty { before = word.lowercased() }
            isAwaited = (isAwaited && character != "&") || (before == "bearer" && !word.isEmpty)
            if character == "=" || (character == ":" && last == "\""), keys.contains(where: before.hasSuffix)
            {
                isAwaited = true
            }
            masked.append(character)
            word = ""
        }
        return String(masked.dropLast())
    }

    private static func looksSecret(_ word: String) -> Bool {
        word.utf8.count >= shortest + 4 && prefixes.contains { word.hasPrefix($0) }
    }
}
