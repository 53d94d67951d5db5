/// What goes before and after a file in the body of a request.
struct UploadBody: Sendable {
    let method: String
    let contentType: String?
    let opening: [UInt8]
    let closing: [UInt8]

    /// - Parameter sha256: of the file, in digits. It bounds the parts of a form: no file holds its own hash.
    init(_ packing: FileUpload.Packing, sha256: String) {
        switch packing {
        case .plain(let type):
            (method, contentType, opening, closing) = ("PUT", type.map(Self.visible), [], [])
        case .form(let field, let fileName, let type):
            let boundary = "tuneprep-\(sha256.prefix(48))"
            method = "POST"
            contentType = "multipart/form-data; boundary=\(boundary)"
            opening = Array(
                """
                --\(boundary)\r
                Content-Disposition: form-data; name="\(Self.quoted(field))"; filename="\(Self.quoted(fileName))"\r
                Content-Type: \(Self.visible(type))\r
                \r

                """.utf8)
            closing = Array("\r\n--\(boundary)--\r\n".utf8)
        }
    }

    /// A name as forms on the web write it (WHATWG HTML, "multipart/form-data encoding algorithm"): quotes and line
    /// ends percent-encoded, everything else as it is.
    private static func quoted(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if byte < 0x20 || byte == 0x22 || byte == 0x7F {
                bytes += PercentEncoding.encoded(byte)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A header's value without what could end it.
    private static func visible(_ value: String) -> String {
        String(decoding: value.utf8.filter { 0x20...0x7E ~= $0 }, as: UTF8.self)
    }
}
