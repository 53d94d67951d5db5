/// How much an archive may ask for. Entries and bytes are compared before anything of an entry is written, the ratio
/// while its bytes pass; headers of long names and pax records are limited by libarchive, to 1 MiB.
public struct ArchiveLimits: Sendable, Equatable {
    /// The most entries, folders included.
    public var entries = 10_000
    /// The most bytes all files may have together; nil for what the disk has free, less a twentieth.
    public var bytes: Int?
    /// Number of bytes of text that one stored byte may become, over any `ratioWindow` bytes of text. Weights of 16 bits
    /// are near 1.3; deflate's own maximum is 1,032.
    public var ratio = 200
    /// Number of bytes of text over which the ratio is taken.
    public var ratioWindow = 64 << 20

    /// The limits that suit archives of models.
    public init() {}
}
