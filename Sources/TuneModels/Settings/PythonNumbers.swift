import TuneBytes

/// Numbers that Python's `json` writes and JSON does not know.
enum PythonNumbers {
    /// The document with such numbers blanked out by empty texts, and which there were.
    static func blanked(_ document: [UInt8]) -> (document: [UInt8], names: [String]) {
        var bytes = document
        var names = Set<String>()
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "\"") {
                offset = document.span.jsonTextEnd(from: offset + 1)
            } else if let word = words.first(where: { bytes[offset...].starts(with: $0.utf8) }) {
                names.insert(word)
                let end = offset + word.utf8.count
                bytes.replaceSubrange(
                    offset..<end, with: repeatElement(UInt8(ascii: " "), count: end - offset))
                bytes[offset] = UInt8(ascii: "\"")
                bytes[offset + 1] = UInt8(ascii: "\"")
                offset = end
            } else {
                offset += 1
            }
        }
        return (bytes, names.sorted())
    }

    private static let words = ["-Infinity", "Infinity", "NaN"]
}

extension Span where Element == UInt8 {
    /// The offset after the quote that ends the text whose inside begins at `start`.
    fileprivate func jsonTextEnd(from start: Int) -> Int {
        var offset = start
        while offset < count, self[offset] != UInt8(ascii: "\"") {
            offset += self[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return offset + 1
    }
}
