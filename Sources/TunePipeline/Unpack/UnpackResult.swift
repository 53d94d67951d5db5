public import TuneArchives

/// What came of an archive.
public struct UnpackResult: Sendable {
    /// The archive's path.
    public var archive: String
    /// The folder.
    public var folder: String
    /// What was unpacked.
    public var unpacked: Unpacking.Unpacked
    /// What the model's verification found; nil when it was not looked at.
    public var verified: VerifyResult?
    /// Whether the folder got its name.
    public var isPublished: Bool
}
