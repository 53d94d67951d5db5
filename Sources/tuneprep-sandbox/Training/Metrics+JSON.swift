import Foundation

extension Metrics {
    /// The answer in the shape of the scenario.
    func json(in scenario: Scenario) -> JSON {
        let numbers = scenario.metricsNumbers
        let list = JSON.array(
            points.map {
                scenario.metricsShape == .a
                    ? shapeA(of: $0, numbers: numbers) : shapeB(of: $0, numbers: numbers)
            })
        let data = scenario.metricsNull ? JSON.null : list
        guard scenario.metricsShape == .a else { return data }
        return [
            "data": data, "training_steps": .integer(job.usage.steps),
            "training_tokens": .integer(job.plan.hyperparameters.epochs * job.usage.trainingTokens),
            "validation_steps": .integer(points.count { $0.validation != nil }),
        ]
    }

    private func shapeA(of point: Point, numbers: Scenario.MetricsNumbers) -> JSON {
        [
            "step": .integer(point.step), "timestamp": .string(point.time.timestamp),
            "training_loss": write(point.training, as: numbers),
            "validation_loss": point.validation.map { write($0, as: numbers) } ?? .null,
            "perplexity": write(exp(point.validation ?? point.training), as: numbers),
        ]
    }

    private func shapeB(of point: Point, numbers: Scenario.MetricsNumbers) -> JSON {
        [
            "step": .integer(point.step), "train_loss": write(point.training, as: numbers),
            "eval_loss": point.validation.map { write($0, as: numbers) } ?? .null,
            "perplexity": write(exp(point.validation ?? point.training), as: numbers),
        ]
    }

    private func write(_ value: Double, as numbers: Scenario.MetricsNumbers) -> JSON {
        let rounded = (value * 10_000).rounded() / 10_000
        switch numbers {
        case .numbers: return .number(rounded)
        case .strings: return .string("\(rounded)")
        case .nulls: return .null
        case .words: return "n/a"
        }
    }
}
