import Testing
import TuneCosts

@Suite("Training plans")
struct TrainingPlanTests {
    @Test("one epoch without evaluation is the default")
    func defaults() throws {
        let plan = try TrainingPlan()
        #expect((plan.epochs, plan.evals) == (1, 0))
    }

    @Test("Nscale takes 1 to 20 epochs and 0 to 100 evaluations", arguments: [(1, 0), (20, 100), (3, 6)])
    func accepted(epochs: Int, evals: Int) throws {
        let plan = try TrainingPlan(epochs: epochs, evals: evals, within: .nscale)
        #expect((plan.epochs, plan.evals) == (epochs, evals))
    }

    @Test("what is outside is refused with its bounds")
    func refused() {
        #expect(throws: CostError.epochsOutOfBounds(21, allowed: 1...20)) {
            try TrainingPlan(epochs: 21, within: .nscale)
        }
        #expect(throws: CostError.epochsOutOfBounds(0, allowed: 1...20)) {
            try TrainingPlan(epochs: 0, within: .nscale)
        }
        #expect(throws: CostError.evalsOutOfBounds(101, allowed: 0...100)) {
            try TrainingPlan(evals: 101, within: .nscale)
        }
        #expect(throws: CostError.evalsOutOfBounds(-1, allowed: 0...Int.max)) { try TrainingPlan(evals: -1) }
        #expect(throws: CostError.epochsOutOfBounds(0, allowed: 1...Int.max)) { try TrainingPlan(epochs: 0) }
    }

    @Test("a plan other providers take can be one Nscale refuses")
    func perProvider() throws {
        let plan = try TrainingPlan(epochs: 25)
        #expect(plan.problem(within: .any) == nil)
        #expect(plan.problem(within: Provider.nscale.limits) == .epochsOutOfBounds(25, allowed: 1...20))
    }

    @Test("errors say what was given and what is allowed")
    func wording() {
        #expect("\(CostError.epochsOutOfBounds(21, allowed: 1...20))" == "epochs must be 1 to 20, not 21")
        #expect(
            "\(CostError.evalsOutOfBounds(-1, allowed: 0...Int.max))"
                == "evaluations must be at least 0, not -1")
        #expect("\(CostError.overflow(.amount))" == "the amount is too large to calculate")
    }
}
