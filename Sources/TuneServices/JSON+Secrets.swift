internal import TuneBytes
internal import TuneTransfer

extension JSON {
    /// What a text is for, by the name of its member.
    private enum Purpose {
        case name, explanation, other

        init(_ member: String, within outer: Purpose) {
            switch member {
            case "error", "message", "detail": self = .explanation
            case "name", "id": self = outer == .explanation ? outer : .name
            default: self = outer == .explanation ? outer : .other
            }
        }
    }

    /// The value without secrets: those that are known; the queries of addresses, which in signed ones are credentials;
    /// and in explanations what looks like a secret. A name stays what it is.
    func without(_ mask: SecretMask) -> JSON { without(mask, for: .other) }

    private func without(_ mask: SecretMask, for purpose: Purpose) -> JSON {
        switch self {
        case .object(let members):
            .object(
                members.map { ($0.name, $0.value.without(mask, for: Purpose($0.name, within: purpose))) })
        case .array(let elements): .array(elements.map { $0.without(mask, for: purpose) })
        case .text(let text):
            switch purpose {
            case .name: .text(mask.withoutKnown(text))
            case .explanation: .text(mask.masked(Self.withoutQueries(text)))
            case .other: .text(mask.withoutKnown(Self.withoutQueries(text)))
            }
        case .number, .boolean, .null: self
        }
    }

    private static func withoutQueries(_ text: String) -> String {
        guard text.contains("?") else { return text }
        var (rest, word, isQuery) = ("", "", false)
        for character in text {
            if character.isWhitespace || "\"'<>".contains(character) {
                (word, isQuery) = ("", false)
            } else if isQuery || character == "?" && isAddress(word) {
                isQuery = true
                continue
            } else {
                word.append(character)
            }
            rest.append(character)
        }
        return rest
    }

    private static func isAddress(_ word: String) -> Bool {
        let word = word.lowercased()
        return word.contains("https://") || word.contains("http://")
    }
}
