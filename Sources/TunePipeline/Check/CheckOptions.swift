public import TuneRules
public import TuneTokens

/// What a check is asked to do.
public struct CheckOptions: Sendable {
    /// The training files, in order.
    public var training: [SourceFile]
    /// The validation file, if there is one.
    public var validation: SourceFile?
    /// The provider whose rules hold.
    public var profile = Profile.nscale
    /// How tokens are counted; nil for an estimate with the model's template.
    public var tokens: TokenCounting?
    /// The base model; nil for one of the Llama 3 family.
    public var model: BaseModel?
    /// The tokens one example may have; nil for the model's or the profile's.
    public var context: Int?
    /// Rules to apply; empty means all.
    public var only: Set<RuleID> = []
    /// Rules to leave out.
    public var allow: Set<RuleID> = []
    /// How many findings of each rule are kept.
    public var findingsKept = 3
    /// How many slices are worked on side by side.
    public var workers = 1
    /// The most bytes the index of examples may take; nil for as many as it needs.
    public var maxMemory: Int?
    /// Told, before a file is read, that comparing its examples will take much; once at most.
    public var announce: (@Sendable (String) -> Void)?
    /// Told how many bytes of which size have been read, now and then.
    public var progress: (@Sendable (Progress) -> Void)?

    /// A check of these files with the defaults.
    public init(training: [SourceFile], validation: SourceFile? = nil) {
        self.training = training
        self.validation = validation
    }

    /// The model, or the one assumed when none is named.
    public var assumedModel: BaseModel? { model ?? BaseModel.named("Meta-Llama-3.1-8B-Instruct") }

    /// The tokens one example may have.
    public var contextLength: Int { context ?? model?.contextLength ?? profile.context }

    /// The family whose tokens are counted.
    public var family: ModelFamily { assumedModel?.family ?? .llama3 }

    /// How tokens are counted.
    var counting: TokenCounting { tokens ?? .estimate(for: assumedModel) }
}
