public import TuneBytes
import TunePipeline
import TuneText
import TuneTransfer

/// A file that was brought here.
public struct DownloadResult: Sendable {
    /// Where it is.
    public var path: String
    /// Its size and its hash.
    var contents: FileUpload.Contents
    /// Whether they are what was announced.
    var isVerified: Bool
    /// Whether it was here before.
    var wasHere: Bool

    init(path: String, contents: FileUpload.Contents, isVerified: Bool, wasHere: Bool = false) {
        self.path = path
        self.contents = contents
        self.isVerified = isVerified
        self.wasHere = wasHere
    }

    init(path: String, received: Download.Received) {
        self.init(
            path: path, contents: FileUpload.Contents(size: received.size, sha256: received.sha256),
            isVerified: received.verified != nil)
    }

    /// The line for people.
    public var line: String {
        let proof = wasHere ? ", was here already" : isVerified ? ", as the server announced" : ""
        return "\(path): \(contents.size.grouped) bytes, SHA-256 \(contents.sha256)\(proof)\n"
    }

    /// As a JSON object.
    public var json: JSON {
        .object([
            ("schema", .text("tuneprep.download/1")), ("version", .text(Tuneprep.version)),
            ("path", .text(path)), ("bytes", .number(contents.size)), ("sha256", .text(contents.sha256)),
            ("is_verified", .boolean(isVerified)), ("was_here", .boolean(wasHere)),
        ])
    }
}
