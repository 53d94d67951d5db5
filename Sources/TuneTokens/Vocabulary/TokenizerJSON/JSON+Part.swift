import TuneBytes

/// A part of a `tokenizer.json`, small enough to be held whole.
extension JSON {
    /// The value in `range`, or null when there is no range. A name that repeats is refused.
    init(_ file: Span<UInt8>, in range: Range<Int>?) throws(VocabularyError) {
        guard let range else {
            self = .null
            return
        }
        do throws(JSONReaderError) {
            var json = try JSONReader(file, in: range)
            self = try json.value()
        } catch {
            throw .whileReading(error)
        }
        if !repeatedNames.isEmpty { throw .repeated("a key of its settings") }
    }

    /// The member `type`, by which the parts of a tokenizer name their kind.
    var typeName: String? { member("type")?.text }

    /// The value in a few words, for messages.
    var words: String {
        switch self {
        case .object: typeName ?? "{…}"
        case .array: "[…]"
        case .text(let text): text
        case .number(let spelling): Double(spelling).map(Self.words) ?? spelling
        case .boolean(let value): "\(value)"
        case .null: "null"
        }
    }

    private static func words(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
    }
}
