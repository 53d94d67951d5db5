public import TuneExamples
public import TuneRules
public import TuneTokens

/// What a conversion is asked to do.
public struct ConvertOptions: Sendable {
    /// The files, in order.
    public var sources: [SourceFile]
    /// The shape of the output.
    public var writer: ExampleWriter
    /// Where the rows go; `-` is standard output.
    public var output: String
    /// Where the rejected rows go; nil for a name made from the output's, if there are any.
    public var rejects: String?
    /// Rules whose rows are left out.
    public var drop: Set<RuleID> = []
    /// What else the rows are divided into.
    public var division = Division.none
    /// The base model, for tokens.
    public var model: BaseModel?
    /// How tokens are counted; nil for an estimate with the model's template.
    public var tokens: TokenCounting?
    /// The tokens one example may have.
    public var context = 8192
    /// The provider whose rules hold.
    public var profile = Profile.nscale
    /// How many slices are worked on side by side.
    public var workers = 1
    /// Told how far the run has come.
    public var progress: (@Sendable (Progress) -> Void)?

    /// How rows are divided among files.
    public enum Division: Sendable, Equatable {
        /// All into one.
        case none
        /// A part for validation, drawn by `seed`; by class where the layout knows one.
        case share(SplitPlan.Size, seed: UInt64)
        /// PubMedQA's official split; with a fold (0 to 9), that fold for validation.
        case official(fold: Int?)
    }

    /// A conversion with the defaults.
    public init(sources: [SourceFile], writer: ExampleWriter, output: String) {
        self.sources = sources
        self.writer = writer
        self.output = output
    }

    /// The output's name with `word` before its ending: `train.csv` and `test` make `train.test.csv`.
    func sibling(_ word: String) -> String {
        Self.sibling(of: output, word)
    }

    static func sibling(of path: String, _ word: String) -> String {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
        guard let dot = path.lastIndex(of: "."), dot > slash else { return "\(path).\(word)" }
        return "\(path[..<dot]).\(word)\(path[dot...])"
    }
}
