package import TuneTransfer

/// A file that was brought here.
public struct DownloadResult: Sendable {
    /// Where it is.
    public var path: String
    /// Its size and its hash.
    package var contents: FileUpload.Contents
    /// Whether they are what was announced.
    package var isVerified: Bool
    /// Whether it was here before.
    package var wasHere: Bool

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
}
