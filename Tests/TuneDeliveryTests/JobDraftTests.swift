import Testing
import TuneBytes
import TuneServices

@testable import TuneDelivery
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

    private func runError(_ draft: JobDraft, _ fake: NscaleStub = NscaleStub()) async throws -> RunError {
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
        let service = try await NscaleStub().opened()
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
        let silent = NscaleStub(["GET /files/f-1": .json(#"{"id":"f-1","columns":null}"#)])
        #expect(try await !draft().resolved(at: silent.opened()).areColumnsKnown)
        let gone = NscaleStub(["GET /files/f-1": .json("{}", status: 404)])
        #expect(try await !draft().resolved(at: gone.opened()).areColumnsKnown)
        #expect(try await draft().resolved(at: NscaleStub().opened()).areColumnsKnown)
        #expect(try await runError(draft(prompt: "answer"), silent).message.contains("both"))
        let broken = NscaleStub(["GET /files/f-1": .json("{}", status: 401)])
        #expect(try await runError(draft(), broken).message.contains("401"))
    }

    @Test("a name that two data sets have wants an id")
    func twins() async throws {
        let error = try await runError(draft(dataset: "twin"))
        #expect(error.help[0].contains("d-2, d-3"))
    }

    @Test("a value out of bounds never reaches the service")
    func bounds() async throws {
        let fake = NscaleStub()
        let error = try await runError(draft { ($0.epochs, $0.lora.rank) = (21, 0) }, fake)
        #expect(error.message.contains("`n_epochs`") && error.help[0].contains("`lora.r`"))
        #expect(fake.requests.isEmpty)
    }
}
