/// An archive that is not unpacked, and why: what is said of a refusal names the archive.
public struct RefusedArchive: Error, Sendable, Equatable {
    /// Why it is refused.
    public let refusal: ArchiveRefusal
    /// The archive's path; `-` is standard input.
    public let archive: String

    /// The refusal of the archive at `archive`; `-` is standard input.
    public init(_ refusal: ArchiveRefusal, archive: String) {
        self.refusal = refusal
        self.archive = archive
    }
}
