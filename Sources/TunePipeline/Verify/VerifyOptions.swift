public import TuneBytes
public import TuneModels
public import TuneRules

/// What a verification is asked to do.
public struct VerifyOptions: Sendable {
    /// The model's folder.
    public var folder: String
    /// A file with the record of the job that made the model.
    public var job: String?
    /// The record itself, in place of a file.
    public var record: JobRecord?
    /// Rules to apply, by their places in the catalogue; empty means all.
    public var only: Set<RuleID> = []
    /// Rules to leave out.
    public var allow: Set<RuleID> = []
    /// Number of findings of each rule that are kept.
    public var findingsKept = 3
    /// Whether the bytes of tensors are looked at, or headers only.
    public var looksAtWeights = true
    /// What scans of safetensors files have already said, by their paths from the folder down.
    public var surveys: [String: SafetensorsSurvey] = [:]
    /// Asked between files and between blocks of them; once it has come true, the run throws an error that says
    /// so (``RunError/isStopped``).
    public var cancellation = Cancellation()
    /// Told now and then how many bytes of which file have been read.
    public var progress: (@Sendable (Progress) -> Void)?

    /// A verification of a folder with the defaults.
    public init(folder: String) {
        self.folder = folder
    }
}
