public import TuneTransfer

/// What an upload tells while it runs.
public enum UploadNote: Sendable {
    /// The file at a path begins to be sent.
    case sends(String, bytes: Int)
    /// What the transfer of the file tells.
    case transfer(TransferNote)
}
