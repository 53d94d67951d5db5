internal import TuneTransfer

extension NscaleService {
    /// The base models on offer.
    public func baseModels() async throws(ServiceError) -> [OfferedModel] {
        try await entries("/base-models?limit=\(Self.longestList)").compactMap { OfferedModel($0) }
    }

    /// What Nscale would refuse, in its order.
    public func defects(in hyperparameters: Hyperparameters) -> [Hyperparameters.Defect] {
        hyperparameters.defects
    }

    /// What a job would cost, by the service itself; creates nothing.
    public func quote(_ request: JobRequest) async throws(ServiceError) -> Estimate? {
        let answer = try await ask("POST", "/jobs", sending: request.wire(isDryRun: true))
        return Submission(answer, isDryRun: true, hiding: mask).estimate
    }

    /// Creates a job, which is paid for: sent once, and looked for in the list when no answer says what became of it.
    public func create(_ request: JobRequest) async throws(ServiceError) -> Submission {
        let before = Set(try await jobs().map(\.id))
        let cause: String
        do throws(ServiceError) {
            let answer = try await ask("POST", "/jobs", sending: request.wire(isDryRun: false), repeats: nil)
            let submission = Submission(answer, isDryRun: false, hiding: mask)
            if submission.job != nil { return submission }
            cause = "the answer names no job"
        } catch {
            guard error.leavesOpenWhatHappened else { throw error }
            cause = error.message
        }
        let found = await new(request.name, besides: before)
        throw .uncertain(UncertainJob(name: request.name, cause: cause, found: found))
    }

    /// The jobs of that name that were not there before; nil when the list cannot be had, or not all of it.
    private func new(_ name: String, besides before: Set<String>) async -> [Job]? {
        // The list is asked for even when the user has stopped the run: it is what tells them what they have paid for.
        let look = Task { try? await jobs() }
        guard let jobs = await look.value else { return nil }
        let found = jobs.filter { $0.name == name && !before.contains($0.id) }
        return found.isEmpty && jobs.count >= Self.longestList ? nil : found
    }

    /// The jobs of the organization, of one status or of any.
    public func jobs(_ status: JobStatus? = nil, limit: Int? = nil) async throws(ServiceError) -> [Job] {
        var path = "/jobs?limit=\(limit ?? Self.longestList)&pagination=False"
        if let status { path += "&status=\(try Self.checked(status.word, of: "a status"))" }
        return try await entries(path).compactMap { Job($0, hiding: mask) }
    }

    /// The job of an id.
    public func job(_ id: String) async throws(ServiceError) -> Job {
        let path = "/jobs/\(try Self.checked(id, of: "a job"))"
        guard let job = Job(try await ask("GET", path), hiding: mask) else {
            throw .incomplete(request: "GET \(path)", missing: "id")
        }
        return job
    }

    /// Stops a job; returns what it is then. A job that has ended is left as it is.
    public func cancel(_ id: String) async throws(ServiceError) -> Job {
        let before = try await job(id)
        if before.status.isFinal { return before }
        do throws(ServiceError) {
            _ = try await ask("POST", "/jobs/\(before.id)/cancel", repeats: .unlessBegun)
        } catch {
            // Whatever became of the request, the job itself knows.
            guard error.mayPass, let now = try? await job(id), now.status.isFinal else { throw error }
            return now
        }
        return try await job(id)
    }

    /// What a job has measured so far.
    public func metrics(of id: String) async throws(ServiceError) -> Metrics {
        Metrics(try await ask("GET", "/jobs/\(try Self.checked(id, of: "a job"))/metrics"))
    }

    /// Publishes a completed job's model on the hub; the service continues by itself.
    public func export(_ id: String, to export: HubExport) async throws(ServiceError) {
        let job = try await completed(id)
        _ = try await ask(
            "POST", "/jobs/\(job.id)/exports/hugging-face", sending: export.wire, repeats: .unlessBegun,
            secret: export.token)
    }

    /// A job that has a model to be had.
    func completed(_ id: String) async throws(ServiceError) -> Job {
        let job = try await job(id)
        guard job.status.isSuccess else { throw .notComplete(job: job.id, status: job.status) }
        return job
    }
}

extension ServiceError {
    /// Whether a request that changes something may have done so.
    var leavesOpenWhatHappened: Bool {
        switch self {
        case .refused(let refusal): refusal.status >= 500 || refusal.status == 408
        case .transfer(.mayHaveArrived, _), .transfer(.tooLong, _): true
        default: false
        }
    }
}
