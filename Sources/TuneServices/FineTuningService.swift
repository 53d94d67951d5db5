public import TuneCosts
public import TuneTransfer

/// A fine-tuning service, as one organization sees it: all that runs ask of it.
///
/// Ids are the service's own. A request whose answer is lost is sent again only where that costs nothing; what a method
/// repeats is said in its documentation.
public protocol FineTuningService: Sendable {
    /// Its name and title, its terms, and the prices that hold for its jobs.
    static var provider: Provider { get }
    /// The environment's variables by which users say where it is and who they are.
    static var variables: ServiceVariables { get }
    /// Where it is unless the user names another address.
    static var address: ServiceAddress { get throws(ServiceError) }

    /// Opens the service for the holder of a token.
    ///
    /// - Parameters:
    ///   - organization: whose files and jobs these are; nil for the token's only one.
    ///   - note: is told what the user should know, a line at a time; never a secret.
    static func open(
        at address: ServiceAddress, organization: OrganizationID?, token: Secret,
        over transport: any Transport, clock: TransferClock, note: (String) -> Void
    ) async throws(ServiceError) -> Self

    /// The base models on offer.
    func baseModels() async throws(ServiceError) -> [OfferedModel]

    /// Sends a data file, which must have these contents, and compares what the service stored with what was sent.
    /// An upload whose answer is lost is sent again.
    ///
    /// - Parameters:
    ///   - name: what the service is to call it; ends in `.csv`.
    ///   - columns: the names in its header.
    func upload(
        _ path: String, as name: String, contents: FileUpload.Contents, columns: [String],
        note: @escaping @Sendable (TransferNote) -> Void
    ) async throws(ServiceError) -> ServiceFile
    /// The file of an id.
    func file(_ id: String) async throws(ServiceError) -> ServiceFile
    /// The download of a file to a path here; throws when the service names no address for it.
    func content(of file: ServiceFile, to target: String) throws(ServiceError) -> Download

    /// The data sets of the organization; those that come first when the service lists only so many.
    func datasets() async throws(ServiceError) -> [Dataset]
    /// The data set of an id.
    func dataset(_ id: String) async throws(ServiceError) -> Dataset
    /// Makes a data set of files that are there; it is made once, also when the answer is lost.
    func create(_ request: DatasetRequest) async throws(ServiceError) -> Dataset

    /// What the service would refuse in hyperparameters, in its order; asks nobody.
    func defects(in hyperparameters: Hyperparameters) -> [Hyperparameters.Defect]
    /// What a job would cost, by the service itself; nil when it does not say. Creates nothing.
    func quote(_ request: JobRequest) async throws(ServiceError) -> Estimate?
    /// Creates a job, which is paid for: asked for once, whatever comes back. Throws `ServiceError.uncertain` when no
    /// answer says what became of it.
    func create(_ request: JobRequest) async throws(ServiceError) -> Submission
    /// The jobs of the organization, of one status or of any, at most `limit` of them.
    func jobs(_ status: JobStatus?, limit: Int?) async throws(ServiceError) -> [Job]
    /// The job of an id.
    func job(_ id: String) async throws(ServiceError) -> Job
    /// Stops a job; returns what it is then. A job that has ended is left as it is.
    func cancel(_ id: String) async throws(ServiceError) -> Job
    /// What a job has measured so far.
    func metrics(of id: String) async throws(ServiceError) -> Metrics

    /// The download of a completed job's model to a path here.
    func model(of id: String, to target: String) async throws(ServiceError) -> Download
    /// Has the service publish a completed job's model on the Hugging Face hub; it continues by itself.
    func export(_ id: String, to export: HubExport) async throws(ServiceError)
}

extension FineTuningService {
    /// The service in the price book.
    public var provider: Provider { Self.provider }
}
