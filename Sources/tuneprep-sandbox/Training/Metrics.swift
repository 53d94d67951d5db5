import Foundation

/// Losses of a job: made up, the same for the same job, falling as losses do.
struct Metrics {
    struct Point {
        let step: Int
        let time: Date
        let training: Double
        let validation: Double?
    }

    let points: [Point]
    let job: StoredJob
    let stepsDone: Int

    init(_ job: StoredJob, stepsDone: Int, secondsPerStep: Double) {
        self.job = job
        self.stepsDone = stepsDone
        let curve = LossCurve(job)
        let start = job.startedAt ?? job.createdAt
        points = Metrics.reportedSteps(of: job).filter { $0 <= stepsDone }.map { step in
            let evaluated = Metrics.evaluations(of: job).contains(step)
            return Point(
                step: step, time: start + Double(step) * secondsPerStep, training: curve.training(at: step),
                validation: evaluated ? curve.validation(at: step) : nil)
        }
    }

    /// Steps at which the model is evaluated: `n_evals` of them, evenly; without a validation file the last.
    static func evaluations(of job: StoredJob) -> Set<Int> {
        let steps = job.usage.steps
        let count = job.usage.hasValidationFile ? job.plan.hyperparameters.evaluations : 1
        guard count > 0 else { return [] }
        return Set((1...count).map { max(1, $0 * steps / count) })
    }

    /// Steps that are reported: about twenty, and every evaluation.
    private static func reportedSteps(of job: StoredJob) -> [Int] {
        let steps = job.usage.steps
        let stride = max(1, steps / 20)
        let regular = Swift.stride(from: stride, through: steps, by: stride)
        return Set(regular).union(evaluations(of: job)).union([steps]).sorted()
    }
}
