import TuneTokens
import TuneTransfer

/// A file that was brought here.
public struct Retrieved: Sendable {
    /// Where it is.
    public var path: String
    /// Its size and its hash.
    var received: Download.Received

    /// The line for people.
    public var line: String {
        let proof = received.verified == nil ? "" : ", as the server announced"
        return "\(path): \(grouped(received.size)) bytes, SHA-256 \(received.sha256)\(proof)\n"
    }

    /// As a JSON object.
    public var json: JSONValue {
        .object([
            ("schema", .text("tuneprep.download/1")), ("version", .text(Tuneprep.version)),
            ("path", .text(path)), ("bytes", .number(received.size)), ("sha256", .text(received.sha256)),
            ("is_verified", .boolean(received.verified != nil)),
        ])
    }
}
