public import TuneTransfer

/// Looks at a job now and then until it ends.
public struct JobWatch: Sendable {
    /// The pause between two looks.
    public var interval: Duration = .seconds(30)
    /// Number of looks in a row that may fail.
    public var failuresBorne = 20
    private let service: any FineTuningService
    private let clock: TransferClock

    /// What is seen.
    public enum Note: Sendable, Equatable {
        /// The job as it is now: told when it has changed.
        case changed(Job)
        /// A look failed, and the next one follows.
        case blinked(ServiceError)
    }

    /// A watch over the jobs of `service`; `clock` waits between two looks.
    public init(_ service: any FineTuningService, clock: TransferClock = .system) {
        self.service = service
        self.clock = clock
    }

    /// Watches a job; returns it when it has ended. A job that was there and is not any more is an error.
    public func untilEnd(
        of id: String, note: @Sendable (Note) -> Void = { _ in }
    ) async throws(ServiceError) -> Job {
        var last: Job?
        var failures = 0
        while true {
            do throws(ServiceError) {
                let job = try await service.job(id)
                failures = 0
                if job != last { note(.changed(job)) }
                last = job
                if job.status.isFinal { return job }
            } catch {
                if case .refused(let refusal) = error, [404, 410].contains(refusal.status), last != nil {
                    throw .vanished(job: id)
                }
                failures += 1
                guard error.mayPass, failures <= failuresBorne else { throw error }
                note(.blinked(error))
            }
            try await pause()
        }
    }

    private func pause() async throws(ServiceError) {
        do {
            try await clock.sleep(interval, .retry)
        } catch {
            throw .interrupted
        }
    }
}
