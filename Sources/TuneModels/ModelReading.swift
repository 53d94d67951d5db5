public import TuneBytes

/// How a model folder is read.
public struct ModelReading: Sendable {
    /// What scans of safetensors files have already said, by their paths from the folder down.
    public var surveys: [String: SafetensorsSurvey] = [:]
    /// The record of the job that made the model.
    public var job: JobRecord?
    /// Whether the bytes of tensors are looked at, or headers only.
    public var looksAtWeights = true
    /// The most files and folders that are looked at.
    public var entryLimit = 100_000
    /// Asked between files and between blocks of them; once it has come true, nothing more is read.
    public var cancellation = Cancellation()
    /// Told now and then of a file, the number of its bytes that have been read, and its size.
    public var progress: (@Sendable (_ path: String, _ bytes: Int, _ size: Int) -> Void)?

    /// All weights are looked at, and nothing stops the reading.
    public init() {}
}
