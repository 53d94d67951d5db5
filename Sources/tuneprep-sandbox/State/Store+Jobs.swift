extension Store {
    /// Adds a job and takes its cost off the credit, or throws 429.
    func addJob(_ plan: JobPlan, usage: Usage, credit: Double?) throws -> StoredJob {
        try spend(usage.cost, credit: credit)
        let job = StoredJob(id: newID(), plan: plan, usage: usage, createdAt: clock.now())
        try keep(job)
        return job
    }

    /// A job as it is now; with `look`, a fast job moves on for the next one who asks.
    func job(_ id: String, in scenario: Scenario, look: Bool = false) throws -> StoredJob {
        guard let stored = jobs[id] else { throw Refusal.absent("job", id: id) }
        let schedule = JobSchedule(stored, in: scenario)
        var job = stored
        schedule.advance(&job, to: clock.now())
        if job != stored { try keep(job) }
        if look && scenario.fast {
            var later = job
            schedule.skip(&later, at: clock.now())
            try keep(later)
        }
        return job
    }

    /// Every job, the newest first.
    func allJobs(in scenario: Scenario) throws -> [StoredJob] {
        try jobs.keys.map { try job($0, in: scenario) }.sorted { $0.createdAt > $1.createdAt }
    }

    /// Cancels a job; throws 409 when it has ended.
    func cancel(_ id: String, in scenario: Scenario) throws -> StoredJob {
        var job = try job(id, in: scenario)
        if job.endedAt != nil { throw Refusal(409, message: "the job has ended") }
        job.cancelled = true
        job.endedAt = clock.now()
        try keep(job)
        return job
    }

    /// A job whose model can be had; throws 409 for any other.
    func finishedJob(_ id: String, in scenario: Scenario) throws -> StoredJob {
        let job = try job(id, in: scenario)
        guard JobSchedule(job, in: scenario).status(of: job) == scenario.completedWord, !job.cancelled else {
            throw Refusal(409, message: "the job is not completed")
        }
        return job
    }

    /// Starts an export of a finished job's model.
    func export(_ id: String, to repository: String, in scenario: Scenario) throws -> StoredJob.Export {
        var job = try finishedJob(id, in: scenario)
        let export = StoredJob.Export(id: newID(), repository: repository, createdAt: clock.now())
        job.exports.append(export)
        try keep(job)
        return export
    }

    private func keep(_ job: StoredJob) throws {
        try folder.save(job, as: .jobs, id: job.id)
        jobs[job.id] = job
    }
}
