/// Hides personal data and secrets in what is shown of the data, character for character, so that places stay
/// right.
public enum Masking {
    private static let secretPrefixes = [
        "sk-", "hf_", "ghp_", "gho_", "github_pat_", "xoxb-", "xoxp-", "AKIA", "ASIA", "eyJ", "AIza",
        "glpat-",
    ]
    private static let shortestSecret = 16
    private static let digitsOfACard = 13

    /// `text` with e-mail addresses, keys, tokens and long numbers replaced by asterisks.
    public static func masked(_ text: String) -> String {
        var result = ""
        var word = ""
        for character in text {
            if isWordCharacter(character) {
                word.append(character)
            } else {
                result += maskedWord(word)
                result.append(character)
                word = ""
            }
        }
        return result + maskedWord(word)
    }

    private static func isWordCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "@._-+/=".contains(character))
    }

    private static func maskedWord(_ word: String) -> String {
        guard word.count > 5 else { return word }
        let isSecret =
            word.count >= shortestSecret && secretPrefixes.contains { word.hasPrefix($0) }
        let digits = word.count { $0.isNumber }
        let isCard = digits >= digitsOfACard && digits + word.count { $0 == "-" } == word.count
        return isSecret || isCard || isAddress(word)
            ? String(word.map { "@.-".contains($0) ? $0 : "*" }) : word
    }

    private static func isAddress(_ word: String) -> Bool {
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().dropLast().contains(".")
    }
}
