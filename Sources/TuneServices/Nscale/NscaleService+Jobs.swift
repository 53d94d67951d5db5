internal import TuneTransfer

extension NscaleService {
    /// The base models on offer.
    public func baseModels() async throws(ServiceError) -> [OfferedModel] {
        try await entries("/base-models?limit=\(Self.longestList)").compactMap { OfferedModel($0) }
    }

    /// The jobs of the organization, of one status or of any.
    public func jobs(_ status: JobStatus? = nil, limit: Int? = nil) async throws(ServiceError) -> [Job] {
        var path = "/jobs?limit=\(limit ?? Self.longestList)&pagination=False"
        if let status { path += "&status=\(try Self.checked(status.word, "a status"))" }
        return try await entries(path).compactMap { Job($0, mask) }
    }

    /// A job.
    public func job(_ id: String) async throws(ServiceError) -> Job {
        let path = "/jobs/\(try Self.checked(id, "a job"))"
        guard let job = Job(try await ask("GET", path), mask) else {
            throw .incomplete(request: "GET \(path)", missing: "id")
        }
        return job
    }

    /// Stops a job; what it is then. A job that has ended is left as it is.
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
        Metrics(try await ask("GET", "/jobs/\(try Self.checked(id, "a job"))/metrics"))
    }
}
