internal import TuneBytes

/// How services answer.
extension JSON {
    /// An object without members: what a body that says nothing counts as.
    static let nothing = JSON.object([])

    /// Reads an answer's body; nil for what is no JSON. `NaN` and its like, which Python's writer leaves bare, are texts.
    init?(answer bytes: [UInt8]) {
        if let value = (try? JSON(bytes.span)) ?? (try? JSON(Self.quotingNames(bytes).span)) {
            self = value
        } else {
            return nil
        }
    }

    /// A finite number, also in quotes and with blanks around it; nil for anything else.
    var finiteNumber: Double? {
        spelling.flatMap { Double(Self.trimmed($0)) }.flatMap { $0.isFinite ? $0 : nil }
    }

    /// A whole number, also in quotes, with blanks around it, or with zeros after its point.
    var wholeNumber: Int? {
        spelling.flatMap { Int(Self.trimmed($0)) } ?? finiteNumber.flatMap { Int(exactly: $0) }
    }

    private static func trimmed(_ text: String) -> Substring {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    /// The document with quotes around the words outside strings that mean no number.
    private static func quotingNames(_ bytes: [UInt8]) -> [UInt8] {
        let names = ["NaN", "-Infinity", "Infinity"].map { Array($0.utf8) }
        var (quoted, index, isInside) = ([UInt8](), 0, false)
        while index < bytes.count {
            if !isInside, let name = names.first(where: { bytes[index...].starts(with: $0) }) {
                quoted += [0x22] + name + [0x22]
                index += name.count
                continue
            }
            if isInside, bytes[index] == 0x5C, index + 1 < bytes.count {
                quoted.append(bytes[index])
                index += 1
            } else if bytes[index] == 0x22 {
                isInside.toggle()
            }
            quoted.append(bytes[index])
            index += 1
        }
        return quoted
    }
}
