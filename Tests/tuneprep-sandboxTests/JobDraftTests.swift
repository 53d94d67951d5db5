import HTTPTypes
import Testing

@testable import tuneprep_sandbox

@Suite("What a job may ask for")
struct JobDraftTests {
    @Test(
        "a hyperparameter out of its bounds is refused and named",
        arguments: [
            ("n_epochs", 0), ("n_epochs", 21), ("n_epochs", "3"), ("n_epochs", 1.5), ("n_evals", -1),
            ("n_evals", 101), ("batch_size", 5), ("batch_size", 36), ("learning_rate", 1e-9),
            ("learning_rate", 0.02), ("warmup_ratio", -0.1), ("warmup_ratio", 1.1), ("weight_decay", -1),
            ("best_checkpoints", 1), ("mask_prompt_labels", "yes"), ("lora", 8),
            ("evaluation_epochs", 1), ("warmup_epochs", 1), ("epochs", 1),
        ] as [(String, JSON)])
    func hyperparameters(name: String, value: JSON) {
        let refusal = #expect(throws: Refusal.self) {
            try Hyperparameters([name: value], allowingOldNames: false)
        }
        #expect(refusal?.status == 422)
        #expect(refusal?.message?.contains("hyperparameters.\(name)") == true)
    }

    @Test(
        "so is one of LoRA's",
        arguments: [
            ("enabled", false), ("enabled", 1), ("r", 0), ("r", 65), ("alpha", 0), ("alpha", 65),
            ("dropout", 1.5), ("trainable_modules", "q_proj"), ("trainable_modules", ["lm_head"]),
            ("trainable_modules", ["q_proj", "q_proj"]), ("rank", 8),
        ] as [(String, JSON)])
    func lora(name: String, value: JSON) {
        let refusal = #expect(throws: Refusal.self) {
            try Hyperparameters(["lora": [name: value]], allowingOldNames: false)
        }
        #expect(refusal?.message?.contains("hyperparameters.lora.\(name)") == true)
    }

    @Test("the bounds themselves are allowed, and what is left out keeps its default")
    func bounds() throws {
        let low = try Hyperparameters(
            ["n_epochs": 1, "n_evals": 0, "learning_rate": 1e-8, "lora": ["r": 1, "alpha": 1]],
            allowingOldNames: false)
        #expect(low.batchSize == 4)
        let high = try Hyperparameters(
            [
                "n_epochs": 20, "n_evals": 100, "batch_size": 32, "learning_rate": 0.01, "warmup_ratio": 1,
                "lora": ["r": 64, "alpha": 64, "dropout": 1, "trainable_modules": ["q_proj", "v_proj"]],
            ], allowingOldNames: false)
        #expect(high.trainedModules == ["q_proj", "v_proj"])
        #expect(Hyperparameters().trainedModules.count == 7)
    }

    @Test("old names pass when the scenario says so")
    func oldNames() async throws {
        let strict = try await Rehearsal()
        let lenient = try await Rehearsal(["old_names": true])
        for (rehearsal, status) in [(strict, 422), (lenient, 201)] {
            let plan = await rehearsal.plan(try await rehearsal.dataset(), ["evaluation_epochs": 2])
            #expect(try await rehearsal.ask(.post, "jobs", plan).status == status)
        }
    }

    @Test(
        "a job without what it needs is refused",
        arguments: [
            ["name": ""], ["name": 1], ["base_model_id": "Meta-Llama-3.1-8B"], ["dataset": "d"],
            ["dataset": ["id": "nothing", "answer_column": "answer"]], ["dry_run": "yes"], ["colour": "red"],
        ] as [JSON])
    func body(change: JSON) async throws {
        let rehearsal = try await Rehearsal()
        let plan = await rehearsal.plan(try await rehearsal.dataset(), [:], change)
        #expect(try await rehearsal.ask(.post, "jobs", plan).status == 422)
        #expect(try await rehearsal.ask(.get, "jobs").json["data"] == [])
    }

    @Test("columns must be there; the prompt's may be left out")
    func columns() async throws {
        let rehearsal = try await Rehearsal()
        let id = JSON.string(try await rehearsal.dataset())
        for (dataset, status) in [
            (["id": id, "answer_column": "answer"], 201), (["id": id, "prompt_column": "question"], 422),
            (["id": id, "answer_column": "reply"], 422),
            (["id": id, "answer_column": "answer", "prompt_column": "reply"], 422),
        ] as [(JSON, Int)] {
            let plan = await rehearsal.plan("", [:], ["dataset": dataset])
            #expect(try await rehearsal.ask(.post, "jobs", plan).status == status, "\(dataset.text)")
        }
    }

    @Test("what is no JSON object answers 400")
    func notJSON() async throws {
        #expect(try await Rehearsal().ask(.post, "jobs", ["a", "list"]).status == 400)
    }
}
