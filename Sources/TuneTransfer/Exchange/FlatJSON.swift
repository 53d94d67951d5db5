internal import TuneText

/// JSON objects whose values are texts, whole numbers from 0 up, and null: all that the state of a download needs.
enum FlatJSON {
    enum Value: Equatable {
        case text(String)
        case number(Int)
        case null

        init(_ text: String?) { self = text.map { .text($0) } ?? .null }

        var text: String? { if case .text(let text) = self { text } else { nil } }
    }

    static func bytes(_ members: [(String, Value)]) -> [UInt8] {
        let lines = members.map { name, value in
            switch value {
            case .text(let text): "  \(quoted(name)): \(quoted(text))"
            case .number(let number): "  \(quoted(name)): \(number)"
            case .null: "  \(quoted(name)): null"
            }
        }
        return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\0"..<" ": quoted += "\\u00" + Hexadecimal.text(of: [UInt8(scalar.value)])
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// The members of an object; nil for bytes that are not such an object, and for a name that stands twice.
    static func members(_ bytes: [UInt8]) -> [String: Value]? {
        var reader = FlatJSONReader(rest: bytes[...])
        return reader.object()
    }
}

/// Reads one flat object from front to back.
private struct FlatJSONReader {
    var rest: ArraySlice<UInt8>

    mutating func object() -> [String: FlatJSON.Value]? {
        var members: [String: FlatJSON.Value] = [:]
        guard take("{") else { return nil }
        repeat {
            guard let name = text(), take(":"), let value = value(),
                members.updateValue(value, forKey: name) == nil
            else { return nil }
        } while take(",")
        guard take("}") else { return nil }
        skipBlanks()
        return rest.isEmpty ? members : nil
    }

    private mutating func value() -> FlatJSON.Value? {
        skipBlanks()
        if rest.first == UInt8(ascii: "\"") { return text().map { .text($0) } }
        if rest.starts(with: "null".utf8) {
            rest = rest.dropFirst(4)
            return .null
        }
        let digits = rest.prefix { 0x30...0x39 ~= $0 }
        rest = rest.dropFirst(digits.count)
        return Int(String(decoding: digits, as: UTF8.self)).map { .number($0) }
    }

    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escape() else { return nil }
                bytes += escaped
            case 0..<0x20: return nil
            default: bytes.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> [UInt8]? {
        switch rest.popFirst() {
        case UInt8(ascii: "\""): return [0x22]
        case UInt8(ascii: "\\"): return [0x5C]
        case UInt8(ascii: "u"):
            let digits = String(decoding: rest.prefix(4), as: UTF8.self)
            rest = rest.dropFirst(4)
            guard Hexadecimal.isText(digits, count: 4), let code = UInt8(digits, radix: 16), code < 0x80
            else {
                return nil
            }
            return [code]
        default: return nil
        }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skipBlanks() {
        rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }
}
