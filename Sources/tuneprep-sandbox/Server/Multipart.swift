import Foundation

/// multipart/form-data (RFC 7578), as far as one upload needs it.
enum Multipart {
    /// A part of a form: its field's name, and what was sent with it.
    struct Part {
        let name: String
        let fileName: String?
        let type: String?
        let content: Data
    }

    /// The parts of a form; throws 400 when it is broken.
    static func parts(of form: Data, boundary: String) throws(Refusal) -> [Part] {
        let delimiter = Data("\r\n--\(boundary)".utf8)
        // The first delimiter has no line end before it.
        let data = Data("\r\n".utf8) + form
        guard var found = data.range(of: delimiter) else { throw broken("no delimiter") }
        var parts: [Part] = []
        while true {
            let after = data[found.upperBound...]
            if after.starts(with: Data("--".utf8)) { return parts }
            guard after.starts(with: Data("\r\n".utf8)) else { throw broken("text after a delimiter") }
            let start = found.upperBound + 2
            guard let end = data.range(of: delimiter, in: start..<data.endIndex) else {
                throw broken("no closing delimiter")
            }
            parts.append(try part(data[start..<end.lowerBound]))
            found = end
        }
    }

    private static func part(_ data: Data) throws(Refusal) -> Part {
        guard let blank = data.range(of: Data("\r\n\r\n".utf8)) else { throw broken("a part has no header") }
        let head = String(decoding: data[..<blank.lowerBound], as: UTF8.self)
        var disposition: String?
        var type: String?
        for line in head.split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2 else { throw broken("a header line without a colon") }
            let value = pair[1].trimmingCharacters(in: .whitespaces)
            switch pair[0].lowercased() {
            case "content-disposition": disposition = value
            case "content-type": type = value
            default: break
            }
        }
        guard let disposition, let name = parameter("name", of: disposition) else {
            throw broken("a part has no name")
        }
        return Part(
            name: name, fileName: parameter("filename", of: disposition), type: type,
            content: Data(data[blank.upperBound...]))
    }

    /// A parameter of a header's value, without its quotes: `name="file"`.
    static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let key = rest[..<equals].lowercased()
            rest = rest[rest.index(after: equals)...]
            let value = take(&rest)
            if key == name { return value }
        }
        return nil
    }

    /// Takes a value off the front: quoted, with `\"` for a quote, or bare up to a semicolon.
    private static func take(_ text: inout Substring) -> String {
        guard text.first == "\"" else {
            let value = text.prefix { $0 != ";" }
            text = text[value.endIndex...]
            return value.trimmingCharacters(in: .whitespaces)
        }
        text = text.dropFirst()
        var value = ""
        while let letter = text.popFirst(), letter != "\"" {
            if letter == "\\", let next = text.popFirst() { value.append(next) } else { value.append(letter) }
        }
        return value
    }

    private static func broken(_ what: String) -> Refusal {
        Refusal(400, message: "the multipart form is broken: \(what)")
    }
}
