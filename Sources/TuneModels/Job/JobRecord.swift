public import TuneBytes

/// What a service's record of a fine-tuning job says of the adapter it made.
public struct JobRecord: Sendable, Hashable {
    /// The rank of the pairs of matrices.
    public var rank: Int?
    /// The scale's numerator.
    public var alpha: Double?
    /// The modules trained; empty for all linear ones, nil when it is not said.
    public var modules: [String]?
    /// The base model's name.
    public var baseModel: String?

    /// Every linear module of the families known, which an empty list of modules means.
    public static let allLinear = [
        "q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj",
    ]

    /// A record of what is known of the job; nil for what is not.
    public init(rank: Int? = nil, alpha: Double? = nil, modules: [String]? = nil, baseModel: String? = nil) {
        self.rank = rank
        self.alpha = alpha
        self.modules = modules
        self.baseModel = baseModel
    }

    /// Takes what matters out of a job's JSON, flat, nested under `job`, or as `tuneprep jobs show` prints it; numbers
    /// may be texts. nil when it says nothing of an adapter.
    public init?(_ settings: JSON) {
        let job = Self.job(in: settings)
        let lora = job["hyperparameters"]?["lora"]
        rank = lora?["r"]?.integer
        alpha = lora?["alpha"]?.number
        modules = lora?["trainable_modules"]?.texts
        baseModel = job["base_model"]?.text
        if rank == nil, alpha == nil, modules == nil, baseModel == nil { return nil }
    }

    /// The job as the service told it. Printed by us, it is the only one of `jobs`, there under `service`.
    private static func job(in settings: JSON) -> JSON {
        var printed = settings
        if case .array(let jobs)? = settings["jobs"], jobs.count == 1 { printed = jobs[0] }
        let told = printed["service"] ?? printed
        return told["job"] ?? told
    }
}
