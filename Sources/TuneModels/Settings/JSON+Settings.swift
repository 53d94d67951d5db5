package import TuneBytes

/// What the checks ask of settings, which are small and held whole: their members come in any order.
extension JSON {
    /// The most values that are held of a file of settings.
    package static let settingsLimit = 50_000

    /// The texts of a list of texts; nil for anything else.
    var texts: [String]? {
        guard case .array(let elements) = self else { return nil }
        let texts = elements.compactMap(\.text)
        return texts.count == elements.count ? texts : nil
    }

    /// The names of an object's members, each once and sorted; none for anything else.
    var keys: [String] { Set(members.map(\.name)).sorted() }

    /// The value as a short text, to be shown.
    package var shown: String {
        switch self {
        case .object: "an object"
        case .array: "a list"
        case .text(let text): "\"\(text)\""
        case .number(let spelling): spelling
        case .boolean(let value): "\(value)"
        case .null: "null"
        }
    }
}
