extension Store {
    func addJob(_ plan: JobPlan, usage: Usage, credit: Double?) throws -> StoredJob {
        try spend(usage.cost, credit: credit)
        let job = StoredJob(id: newID(), plan: plan, usage: usage, createdAt: clock.now())
        try keep(job)
        return job
    }

    /// A job as it is now; with `look`, a fast job moves on for the next one who asks.
    func job(_ id: String, _ scenario: Scenario, look: Bool = false) throws -> StoredJob {
        guard let stored = jobs[id] else { throw Refusal.absent("job", id) }
        let schedule = JobSchedule(stored, scenario)
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
    func allJobs(_ scenario: Scenario) throws -> [StoredJob] {
        try jobs.keys.map { try job($0, scenario) }.sorted { $0.createdAt > $1.createdAt }
    }

    func cancel(_ id: String, _ scenario: Scenario) throws -> StoredJob {
        var job = try job(id, scenario)
        if job.endedAt != nil { throw Refusal(409, "the job has ended") }
        job.cancelled = true
        job.endedAt = clock.now()
        try keep(job)
        return job
    }

    /// A job whose model can be had.
    func finishedJob(_ id: String, _ scenario: Scenario) throws -> StoredJob {
        let job = try job(id, scenario)
        guard JobSchedule(job, scenario).status(of: job) == scenario.completedWord, !job.cancelled else {
            throw Refusal(409, "the job is not completed")
        }
        return job
    }

    func export(_ id: String, to repository: String, _ scenario: Scenario) throws -> StoredJob.Export {
        var job = try finishedJob(id, scenario)
        let export = StoredJob.Export(id: newID(), repository: repository, createdAt: clock.now())
        job.exports.append(export)
        try keep(job)
        return export
    }

    private func keep(_ job: StoredJob) throws {
        try folder.save(job, .jobs, id: job.id)
        jobs[job.id] = job
    }
}
