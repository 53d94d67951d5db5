import TuneBytes

/// Numbers that Python's `json` writes and JSON does not know.
enum PythonNumbers {
    /// The document with such numbers blanked out by empty texts, and which there were.
    static func blanked(_ document: [UInt8]) -> (document: [UInt8], names: [String]) {
        var bytes = document
        var names = Set<String>()
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") {
                place = document.span.jsonTextEnd(from: place + 1)
            } else if let word = words.first(where: { bytes[place...].starts(with: $0.utf8) }) {
                names.insert(word)
                let end = place + word.utf8.count
                bytes.replaceSubrange(place..<end, with: repeatElement(UInt8(ascii: " "), count: end - place))
                bytes[place] = UInt8(ascii: "\"")
                bytes[place + 1] = UInt8(ascii: "\"")
                place = end
            } else {
                place += 1
            }
        }
        return (bytes, names.sorted())
    }

    private static let words = ["-Infinity", "Infinity", "NaN"]
}

extension Span where Element == UInt8 {
    /// The offset behind the quote that ends the text whose inside begins at `start`.
    fileprivate func jsonTextEnd(from start: Int) -> Int {
        var place = start
        while place < count, self[place] != UInt8(ascii: "\"") {
            place += self[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return place + 1
    }
}
