/// How much an archive may ask for. All of it is compared before anything is written.
public struct ArchiveLimits: Sendable, Equatable {
    /// The most entries, folders included.
    public var entries = 10_000
    /// The most bytes all files may have together; nil for what the disk has free, less a twentieth.
    public var bytes: Int?
    /// How many bytes of text one stored byte may become, over any `ratioWindow` bytes of text. Weights of 16 bits
    /// are near 1.3; deflate's own maximum is 1,032.
    public var ratio = 200
    /// Over how many bytes of text the ratio is taken.
    public var ratioWindow = 64 << 20
    /// The most bytes of one header that holds a long name or a pax record.
    public var header = 1 << 20

    /// The limits that suit archives of models.
    public init() {}
}
