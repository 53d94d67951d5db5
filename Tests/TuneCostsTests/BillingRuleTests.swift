import Testing
import TuneCosts

@Suite("Billed tokens")
struct BillingRuleTests {
    let training = Result { try TokenRange(expected: 1_000, low: 900, high: 1_100) }
    let validation = Result { try TokenRange(expected: 100, low: 90, high: 110) }

    private func billed(
        _ provider: Provider, validated: Bool = true, epochs: Int = 3, evals: Int = 2
    ) throws -> [Int] {
        let range = try provider.rule.billedTokens(
            training: training.get(), validation: validated ? validation.get() : nil,
            plan: TrainingPlan(epochs: epochs, evals: evals))
        return [range.low, range.expected, range.high]
    }

    @Test("Together bills validation once per evaluation")
    func timesEvals() throws {
        #expect(try billed(.together) == [2_880, 3_200, 3_520])
        #expect(try billed(.together, evals: 0) == [2_700, 3_000, 3_300])
    }

    @Test("Ori bills validation once, whatever the plan says")
    func once() throws {
        #expect(try billed(.ori) == [2_790, 3_100, 3_410])
        #expect(try billed(.ori, evals: 0) == [2_790, 3_100, 3_410])
    }

    @Test("where nothing is stated, only the high figure counts validation")
    func notStated() throws {
        #expect(try billed(.openAI) == [2_700, 3_000, 3_520])
        #expect(try billed(.openAI, evals: 0) == [2_700, 3_000, 3_410])
    }

    @Test("without a validation file evaluations cost nothing")
    func withoutValidation() throws {
        #expect(try billed(.together, validated: false) == [2_700, 3_000, 3_300])
        #expect(try billed(.ori, validated: false) == [2_700, 3_000, 3_300])
    }

    @Test("Nscale takes 1 % of the rows when it gets no validation file")
    func holdout() throws {
        // 900 × 99 % = 891, three times; 1,100 three times and its 1 % once.
        #expect(try billed(.nscale, validated: false) == [2_673, 3_000, 3_311])
        #expect(try billed(.nscale, validated: true) == [2_880, 3_200, 3_520])
    }

    @Test("the 1 % is rounded away from what is promised")
    func holdoutRounding() throws {
        let range = try Provider.nscale.rule.billedTokens(
            training: TokenRange(exact: 101), plan: TrainingPlan(epochs: 1))
        #expect([range.low, range.expected, range.high] == [99, 101, 103])
    }

    @Test("too many tokens are an error, not a trap")
    func overflow() throws {
        let all = try TokenRange(exact: .max)
        let plan = try TrainingPlan(epochs: .max, evals: .max)
        for provider in [Provider.together, .ori, .openAI] {
            #expect(throws: CostError.overflow(.billedTokens)) {
                try provider.rule.billedTokens(training: all, validation: all, plan: plan)
            }
        }
        #expect(throws: CostError.overflow(.billedTokens)) {
            try Provider.nscale.rule.billedTokens(training: all, plan: TrainingPlan())
        }
        let most = try Provider.together.rule.billedTokens(training: all, plan: TrainingPlan())
        #expect(most.expected == .max)
    }
}
