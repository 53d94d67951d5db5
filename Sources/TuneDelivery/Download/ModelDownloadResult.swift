public import TunePipeline

/// A model that was brought here and unpacked.
public struct ModelDownloadResult: Sendable {
    /// What came of the archive.
    public let unpacked: UnpackResult
    /// The archive it came in.
    package let archive: DownloadResult
    /// The id of the job whose model it is.
    package let job: String
    /// Whether the archive stays beside the folder.
    package let keepsArchive: Bool
    /// Whether the job's record says something that the model was compared with.
    package let isCompared: Bool
}
