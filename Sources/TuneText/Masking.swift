/// Hides personal data and secrets in what is shown of the data, scalar for scalar, so that columns stay right.
/// What servers say, URLs among it, goes through TuneTransfer's `SecretMask` instead.
public enum Masking {
    private static let shortestSecret = 16
    private static let digitsOfACard = 13

    /// `text` with e-mail addresses, keys, tokens, card numbers and other long numbers replaced by asterisks; as long as before.
    /// O(characters).
    public static func masked(_ text: String) -> String {
        var characters = Array(text)
        for number in CardNumber.ranges(in: characters) { hide(number, in: &characters) }
        var start = 0
        while start < characters.count {
            var end = start
            while end < characters.count, isWordCharacter(characters[end]) { end += 1 }
            hideWord(start..<end, in: &characters)
            start = end + 1
        }
        return String(characters)
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "@._-+/=".contains(character))
    }

    /// Hides a word that is a long number, and the secrets and addresses among its parts, cut at `=` and `/`.
    private static func hideWord(_ word: Range<Int>, in characters: inout [Character]) {
        guard word.count > 5 else { return }
        if isLongNumber(characters[word]) { return hide(word, in: &characters) }
        for part in characters[word].split(whereSeparator: { $0 == "=" || $0 == "/" }) {
            if isAddress(part) {
                hide(part.indices, in: &characters)
            } else if let start = part.indices.first(where: {
                isSecret(part[$0...]) && !part[..<$0].endsInWord
            }) {
                hide(start..<part.endIndex, in: &characters)
            }
        }
    }

    private static func hide(_ range: Range<Int>, in characters: inout [Character]) {
        for index in range where !"@.- ".contains(characters[index]) { characters[index] = "*" }
    }

    private static func isLongNumber(_ word: ArraySlice<Character>) -> Bool {
        let number = word.last == "." ? word.dropLast() : word
        return number.count { $0.isNumber } >= digitsOfACard && number.allSatisfy { $0.isNumber || $0 == "-" }
    }

    /// A known prefix, followed by what no ordinary word has: digits or capitals.
    private static func isSecret(_ part: ArraySlice<Character>) -> Bool {
        guard part.count >= shortestSecret else { return false }
        return SecretPrefixes.all.contains { prefix in
            part.starts(with: prefix)
                && part.dropFirst(prefix.count).contains { $0.isNumber || $0.isUppercase }
        }
    }

    private static func isAddress(_ part: ArraySlice<Character>) -> Bool {
        let parts = part.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().dropLast().contains(".")
    }
}

extension ArraySlice<Character> {
    fileprivate var endsInWord: Bool {
        last.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    }
}
