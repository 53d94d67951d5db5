import Foundation

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

    /// A little above the training loss, and further as training continues.
    func validation(at step: Int) -> Double { smooth(step) * (1.02 + 0.06 * Double(step) / steps) }

    private func smooth(_ step: Int) -> Double { floor + (start - floor) * exp(-3 * Double(step) / steps) }
}
