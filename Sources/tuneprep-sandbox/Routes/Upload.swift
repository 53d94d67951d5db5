import Foundation
import HTTPTypes
import Hummingbird

/// An uploaded file, out of a multipart form.
struct Upload: Sendable {
    let name: String
    let content: Data

    /// Takes the form apart: exactly one part, named `file`, a CSV by its name and type.
    init(form: Data, contentType: String?) throws(Refusal) {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else {
            throw Refusal(400, message: "the upload is not multipart/form-data")
        }
        guard let boundary = Multipart.parameter("boundary", of: contentType), !boundary.isEmpty else {
            throw Refusal(400, message: "the multipart form has no boundary")
        }
        let parts = try Multipart.parts(of: form, boundary: boundary)
        for part in parts where part.name != "file" {
            throw .invalid("the form has a part `\(part.name)`; only `file` is allowed")
        }
        guard let file = parts.first, parts.count == 1 else {
            throw .invalid("the form has \(parts.count) files; exactly one is allowed")
        }
        guard let name = file.fileName, name.lowercased().hasSuffix(".csv") else {
            throw .invalid("the file's name does not end in .csv")
        }
        guard file.type?.lowercased().hasPrefix("text/csv") == true else {
            throw .invalid("the file's type is not text/csv")
        }
        self.name = name
        content = file.content
    }
}
