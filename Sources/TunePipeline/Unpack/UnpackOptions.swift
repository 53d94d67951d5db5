public import TuneArchives
public import TuneBytes
public import TuneFindings

/// What an archive is unpacked to, and how.
public struct UnpackOptions: Sendable {
    /// The folder to make.
    public var folder: String
    /// How much the archive may ask for.
    public var limits = ArchiveLimits()
    /// Whether a folder that has the name already is replaced.
    public var isReplacing = false
    /// How the model is judged before the folder gets its name; nil when it is not looked at.
    public var verification: VerifyOptions?
    /// The lowest severity of a finding that keeps the folder from getting its name; nil for none.
    public var failsAt: Severity? = .error
    /// Asked now and then; stops the run once it is cancelled.
    public var cancellation = Cancellation()
    /// Told now and then how far the run has come: the bytes read of the archive, and the number of files begun.
    public var progress: (@Sendable (Progress) -> Void)?

    /// Unpacking into `folder`, where the model is judged by the default rules.
    public init(into folder: String) {
        self.folder = folder
        verification = VerifyOptions(folder: folder)
    }
}
