public import TuneServices

/// Files that a service has stored as a data set.
public struct UploadResult: Sendable {
    /// What was sent.
    package var plan: UploadPlan
    /// The files at the service, training first.
    package var files: [ServiceFile]
    /// The data set that was made of them.
    public var dataset: Dataset
}
