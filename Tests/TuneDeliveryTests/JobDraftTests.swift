import Testing
import TuneBytes
import TuneCosts
import TuneReport
import TuneServices

@testable import TuneDelivery
@testable import TuneDeliveryReport
@testable import TunePipeline

/// Names become ids, and what cannot be is refused before it costs money.
@Suite("a job is checked before it is asked for")
struct JobDraftTests {
    private func draft(
        model: String = "meta-llama/meta-llama-3.1-8b", dataset: String = "trials",
        prompt: String? = "question",
        answer: String = "answer", change: (inout Hyperparameters) -> Void = { _ in }
    ) -> JobDraft {
        var values = Hyperparameters()
        change(&values)
        return JobDraft(
            model: model, dataset: dataset, prompt: prompt, answer: answer, hyperparameters: values)
    }

    private func runError(_ draft: JobDraft, _ fake: FakeNscale = FakeNscale()) async throws -> RunError {
        let service = try await fake.opened()
        do throws(RunError) {
            _ = try await draft.resolved(at: service)
        } catch {
            return error
        }
        Issue.record("nothing was refused")
        return RunError("")
    }

    @Test("names are resolved at the service")
    func resolves() async throws {
        let service = try await FakeNscale().opened()
        for dataset in ["trials", "d-1"] {
            let job = try await draft(dataset: dataset).resolved(at: service)
            #expect(job.request.baseModel == "m-1" && job.request.dataset == "d-1")
            #expect(job.model == "Meta-Llama-3.1-8B" && job.request.name == "trials-Meta-Llama-3.1-8B")
        }
    }

    @Test("wrong names get the near misses")
    func nearMisses() async throws {
        #expect(try await runError(draft(model: "Meta-Lama-3.1-8B")).help[0].contains("`Meta-Llama-3.1-8B`"))
        #expect(try await runError(draft(dataset: "trails")).help[0].contains("`trials`"))
        #expect(try await runError(draft(answer: "anwser")).help[0].contains("`answer`"))
        #expect(try await runError(draft(prompt: "answer")).message.contains("both"))
    }

    @Test("whether the columns are known is told; a prompt that is the answer is refused in any case")
    func unknownColumns() async throws {
        let silent = FakeNscale(["GET /files/f-1": .json(#"{"id":"f-1","columns":null}"#)])
        #expect(try await !draft().resolved(at: silent.opened()).areColumnsKnown)
        let gone = FakeNscale(["GET /files/f-1": .json("{}", status: 404)])
        #expect(try await !draft().resolved(at: gone.opened()).areColumnsKnown)
        #expect(try await draft().resolved(at: FakeNscale().opened()).areColumnsKnown)
        #expect(try await runError(draft(prompt: "answer"), silent).message.contains("both"))
        let broken = FakeNscale(["GET /files/f-1": .json("{}", status: 401)])
        #expect(try await runError(draft(), broken).message.contains("401"))
    }

    @Test("a name that two data sets have wants an id")
    func twins() async throws {
        let error = try await runError(draft(dataset: "twin"))
        #expect(error.help[0].contains("d-2, d-3"))
    }

    @Test("a value out of bounds never reaches the service")
    func bounds() async throws {
        let fake = FakeNscale()
        let error = try await runError(draft { ($0.epochs, $0.lora.rank) = (21, 0) }, fake)
        #expect(error.message.contains("`n_epochs`") && error.help[0].contains("`lora.r`"))
        #expect(fake.requests.isEmpty)
    }

    private func own(_ tokens: Int, price: String?) throws -> QuoteResult {
        let request = QuoteRequest(
            provider: .nscale, model: "Meta-Llama-3.1-8B", plan: try TrainingPlan(),
            price: price.flatMap { Money($0) })
        return try request.quote(
            training: try TokenRange(estimate: tokens, errorPermille: 30),
            validation: try TokenRange(exact: 0))
    }

    @Test("the service's quote stands beside ours, with the difference")
    func comparison() throws {
        let comparison = QuoteComparison(
            service: Estimate(cost: Money("5.00"), tokens: 1_030_000), own: try own(1_000_000, price: "4"))
        #expect(
            comparison.difference
                == "the service counts 30,000 tokens more, 3 %, within our bounds; it costs $1.00 more there")
        #expect(
            comparison.text(in: Rendering(JSONLinesStyle())).contains(
                #""difference": {"cost": 1.00, "tokens": 30000}"#))
        #expect(
            comparison.lines(in: Rendering())[0].text
                == "service  $5.00 for 1,030,000 tokens, the quote that binds")
        let less = QuoteComparison(
            service: Estimate(cost: nil, tokens: 900_000), own: try own(1_000_000, price: nil))
        #expect(less.difference == "the service counts 100,000 tokens fewer, 10 %")
        let same = QuoteComparison(
            service: Estimate(cost: Money("4"), tokens: 1_000_000), own: try own(1_000_000, price: "4"))
        #expect(same.difference == "the tokens are the same; the cost is the same")
    }

    @Test(
        "numbers that are no quote are none",
        arguments: ["9000000000000000000", "-9223372036854775808", "-1", "1e300"])
    func absurd(_ number: String) async throws {
        let fake = FakeNscale([
            "POST /jobs": .json(#"{"estimated_usage":{"cost":"\#(number)","tokens":\#(number)}}"#)
        ])
        let service = try await fake.opened()
        let estimate = try await service.quote(try await draft().resolved(at: service).request)
        let comparison = QuoteComparison(service: estimate, own: try own(1_000_000, price: "4"))
        #expect(
            comparison.lines(in: Rendering()).count > 1
                && comparison.text(in: Rendering(JSONLinesStyle())).contains("own"))
        #expect(estimate?.tokens == nil && estimate?.cost == nil)
    }

    @Test("a budget holds against the service's cost, else against ours")
    func budgets() throws {
        let five = try #require(Money("5"))
        let six = Estimate(cost: Money("6"), tokens: nil)
        #expect(QuoteComparison(service: six, own: try own(1, price: "1")).exceeds(five) == true)
        #expect(QuoteComparison(service: Estimate(cost: five, tokens: 1), own: nil).exceeds(five) == false)
        #expect(QuoteComparison(service: nil, own: try own(10_000_000, price: "1")).exceeds(five) == true)
        #expect(QuoteComparison(service: nil, own: nil).exceeds(five) == nil)
    }
}
