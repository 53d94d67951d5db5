/// What a split is asked to do.
public struct SplitOptions: Sendable {
    /// The file.
    public var source: SourceFile
    /// How large the validation part is meant to be.
    public var size: SplitPlan.Size
    /// The seed of the draw.
    public var seed: UInt64
    /// The column whose values keep their shares on both sides.
    public var stratify: String?
    /// The column whose equal values stay on one side.
    public var group: String?
    /// Where the training rows go.
    public var training: String
    /// Where the validation rows go.
    public var validation: String
    /// Where rows that cannot be read go; nil for a name made from the training file's, if there are any.
    public var rejects: String?
    /// How many slices are worked on side by side.
    public var workers = 1
    /// The most bytes that counting leaks may take; it is left out when it can take more. nil for any.
    public var maxMemory: Int?
    /// Told, before the rows are divided, that counting leaks will take much.
    public var announce: (@Sendable (String) -> Void)?

    /// A split with names made from the source's.
    public init(source: SourceFile, size: SplitPlan.Size, seed: UInt64) {
        self.source = source
        self.size = size
        self.seed = seed
        let path = source.path.hasSuffix(".gz") ? String(source.path.dropLast(3)) : source.path
        training = ConvertOptions.sibling(of: path, "train")
        validation = ConvertOptions.sibling(of: path, "validation")
    }
}
