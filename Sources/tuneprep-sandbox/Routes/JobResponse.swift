import Foundation

/// A job as the service shows it.
struct JobResponse {
    let job: StoredJob
    let scenario: Scenario
    let now: Date

    /// The job as it is at a time.
    init(_ job: StoredJob, in scenario: Scenario, now: Date) {
        self.job = job
        self.scenario = scenario
        self.now = now
    }

    var json: JSON {
        let schedule = JobSchedule(job, in: scenario)
        let status = schedule.status(of: job)
        let steps = max(1, job.usage.steps)
        return [
            "id": .string(job.id), "name": .string(job.plan.name), "status": .string(status),
            "base_model": .string(job.plan.baseModelName), "base_model_id": .string(job.plan.baseModelID),
            "created_at": .string(job.createdAt.timestamp), "started_at": JSON(job.startedAt?.timestamp),
            "completed_at": JSON(job.endedAt?.timestamp), "finished_at": JSON(job.endedAt?.timestamp),
            "progress": .number(Double(schedule.stepsDone(of: job)) / Double(steps)),
            "dataset": [
                "id": .string(job.plan.datasetID), "prompt_column": JSON(job.plan.promptColumn),
                "answer_column": .string(job.plan.answerColumn),
            ],
            "hyperparameters": job.plan.hyperparameters.json,
            "error": status == "failed" ? "the sandbox was told to let jobs fail" : nil,
            "exports": .array(job.exports.map(export)),
        ]
    }

    /// An export runs for three steps' time.
    private func export(_ export: StoredJob.Export) -> JSON {
        let running = now.timeIntervalSince(export.createdAt) < 3 * scenario.secondsPerStep && !scenario.fast
        return [
            "id": .string(export.id), "huggingface_repository_id": .string(export.repository),
            "status": running ? "running" : "completed",
        ]
    }
}
