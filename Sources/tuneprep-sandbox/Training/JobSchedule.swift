import Foundation

/// How a job moves: two units in the queue, one to start, then one for each training step.
struct JobSchedule {
    static let queued = 2.0
    static let started = 3.0

    let scenario: Scenario
    let steps: Double

    init(_ job: StoredJob, in scenario: Scenario) {
        self.scenario = scenario
        steps = Double(job.usage.steps)
    }

    /// Where the job ends: a job that is to fail does so after three fifths of its steps.
    private var end: Double {
        JobSchedule.started + (scenario.outcome == .completed ? steps : (steps * 0.6).rounded(.up))
    }

    /// Moves a job to where it is at a time; a fast job moves only by ``skip(_:at:)``.
    func advance(_ job: inout StoredJob, to now: Date) {
        guard !scenario.fast, job.endedAt == nil else { return }
        let passed = now.timeIntervalSince(job.createdAt)
        let units = scenario.secondsPerStep > 0 ? passed / scenario.secondsPerStep : .infinity
        job.position = max(job.position, min(units, end))
        let unit = scenario.secondsPerStep
        note(
            &job, started: job.createdAt + JobSchedule.started * unit,
            ended: job.createdAt + end * unit)
    }

    /// Moves a job to the next thing worth seeing: starting, running at three points, its end.
    func skip(_ job: inout StoredJob, at now: Date) {
        guard job.endedAt == nil else { return }
        let length = end - JobSchedule.started
        let stops = [JobSchedule.queued] + [0.25, 0.5, 0.75, 1].map { JobSchedule.started + $0 * length }
        job.position = stops.first { $0 > job.position } ?? end
        note(&job, started: now, ended: now)
    }

    private func note(_ job: inout StoredJob, started: Date, ended: Date) {
        if job.position >= JobSchedule.started && job.startedAt == nil { job.startedAt = started }
        if job.position >= end && job.endedAt == nil { job.endedAt = ended }
    }

    /// The status in the service's words.
    func status(of job: StoredJob) -> String {
        if job.cancelled { return "cancelled" }
        if job.endedAt != nil {
            return scenario.outcome == .completed ? scenario.completedWord : scenario.outcome.rawValue
        }
        if job.position < JobSchedule.queued { return "queued" }
        return job.position < JobSchedule.started ? "starting" : scenario.runningWord
    }

    /// Training steps done.
    func stepsDone(of job: StoredJob) -> Int {
        Int(min(max(0, job.position - JobSchedule.started), steps))
    }
}
