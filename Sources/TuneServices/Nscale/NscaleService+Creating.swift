internal import TuneTransfer

extension NscaleService {
    /// What a job would cost, by the service itself; creates nothing.
    public func quote(_ request: JobRequest) async throws(ServiceError) -> Estimate? {
        let answer = try await ask("POST", "/jobs", sending: request.wire(isDryRun: true))
        return Submission(answer, isDryRun: true, mask).estimate
    }

    /// Creates a job, which is paid for: sent once, and looked for in the list when no answer says what became of it.
    public func create(_ request: JobRequest) async throws(ServiceError) -> Submission {
        let before = Set(try await jobs().map(\.id))
        let cause: String
        do throws(ServiceError) {
            let answer = try await ask("POST", "/jobs", sending: request.wire(isDryRun: false), repeats: nil)
            let submission = Submission(answer, isDryRun: false, mask)
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
