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
        points = Metrics.places(job).filter { $0 <= stepsDone }.map { step in
            let evaluated = Metrics.evaluations(job).contains(step)
            return Point(
                step: step, time: start + Double(step) * secondsPerStep, training: curve.training(at: step),
                validation: evaluated ? curve.validation(at: step) : nil)
        }
    }

    /// Steps at which the model is evaluated: `n_evals` of them, evenly; without a validation file the last.
    static func evaluations(_ job: StoredJob) -> Set<Int> {
        let steps = job.usage.steps
        let count = job.usage.hasValidationFile ? job.plan.hyperparameters.evaluations : 1
        guard count > 0 else { return [] }
        return Set((1...count).map { max(1, $0 * steps / count) })
    }

    /// Steps that are reported: about twenty, and every evaluation.
    private static func places(_ job: StoredJob) -> [Int] {
        let steps = job.usage.steps
        let stride = max(1, steps / 20)
        let regular = Swift.stride(from: stride, through: steps, by: stride)
        return Set(regular).union(evaluations(job)).union([steps]).sorted()
    }
}

/// A falling curve with a little noise, from the job's id.
struct LossCurve {
    private let start: Double
    private let floor: Double
    private let steps: Double
    private let id: String

    init(_ job: StoredJob) {
        var numbers = SeededNumbers(job.id)
        start = Double.random(in: 1.8...2.6, using: &numbers)
        floor = Double.random(in: 0.6...1.1, using: &numbers)
        steps = Double(max(1, job.usage.steps))
        id = job.id
    }

    func training(at step: Int) -> Double {
        var numbers = SeededNumbers("\(id)/\(step)")
        return smooth(step) * Double.random(in: 0.97...1.03, using: &numbers)
    }

    /// A little above the training loss, and further as training goes on.
    func validation(at step: Int) -> Double { smooth(step) * (1.02 + 0.06 * Double(step) / steps) }

    private func smooth(_ step: Int) -> Double { floor + (start - floor) * exp(-3 * Double(step) / steps) }
}
