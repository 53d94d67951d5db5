import Testing
import TuneBytes

@testable import TuneServices

/// The bounds the service documents, both edges of each.
@Suite("hyperparameters are checked against their bounds")
struct HyperparametersTests {
    struct Edge: Sendable, CustomTestStringConvertible {
        var name: String
        var good: [@Sendable (inout Hyperparameters) -> Void]
        var bad: [@Sendable (inout Hyperparameters) -> Void]
        var testDescription: String { name }
    }

    static let edges = [
        Edge(
            name: "n_epochs", good: [{ $0.epochs = 1 }, { $0.epochs = 20 }],
            bad: [{ $0.epochs = 0 }, { $0.epochs = 21 }]),
        Edge(
            name: "n_evals", good: [{ $0.evals = 0 }, { $0.evals = 100 }],
            bad: [{ $0.evals = -1 }, { $0.evals = 101 }]),
        Edge(
            name: "batch_size", good: [{ $0.batchSize = 4 }, { $0.batchSize = 12 }, { $0.batchSize = 32 }],
            bad: [{ $0.batchSize = 0 }, { $0.batchSize = 5 }, { $0.batchSize = 36 }]),
        Edge(
            name: "learning_rate", good: [{ $0.learningRate = 0.00000001 }, { $0.learningRate = 0.01 }],
            bad: [
                { $0.learningRate = 0.000000009 }, { $0.learningRate = 0.0100001 },
                { $0.learningRate = .nan },
            ]),
        Edge(
            name: "warmup_ratio", good: [{ $0.warmupRatio = 0 }, { $0.warmupRatio = 1 }],
            bad: [{ $0.warmupRatio = -0.01 }, { $0.warmupRatio = 1.01 }, { $0.warmupRatio = .nan }]),
        Edge(
            name: "weight_decay", good: [{ $0.weightDecay = 0 }, { $0.weightDecay = 100 }],
            bad: [{ $0.weightDecay = -0.001 }, { $0.weightDecay = .infinity }, { $0.weightDecay = .nan }]),
        Edge(
            name: "lora.enabled", good: [{ $0.lora.isEnabled = true }], bad: [{ $0.lora.isEnabled = false }]),
        Edge(
            name: "lora.r", good: [{ $0.lora.rank = 1 }, { $0.lora.rank = 64 }],
            bad: [{ $0.lora.rank = 0 }, { $0.lora.rank = 65 }]),
        Edge(
            name: "lora.alpha", good: [{ $0.lora.alpha = 1 }, { $0.lora.alpha = 64 }],
            bad: [{ $0.lora.alpha = 0 }, { $0.lora.alpha = 65 }]),
        Edge(
            name: "lora.dropout", good: [{ $0.lora.dropout = 0 }, { $0.lora.dropout = 1 }],
            bad: [{ $0.lora.dropout = -0.1 }, { $0.lora.dropout = 1.1 }]),
        Edge(
            name: "lora.trainable_modules",
            good: [{ $0.lora.modules = [] }, { $0.lora.modules = Hyperparameters.modules }],
            bad: [{ $0.lora.modules = ["q_proj", "lm_head"] }]),
    ]

    @Test("what lies on an edge is taken, what lies beyond is not", arguments: edges)
    func bounds(_ edge: Edge) {
        for change in edge.good {
            var values = Hyperparameters()
            change(&values)
            #expect(values.defects.isEmpty)
        }
        for change in edge.bad {
            var values = Hyperparameters()
            change(&values)
            #expect(values.defects.map(\.name) == [edge.name])
            #expect(values.defects.first?.message.contains("`\(edge.name)`") == true)
        }
    }

    @Test("there is a pair of edges for every hyperparameter that is sent")
    func everyOne() {
        let wire = Hyperparameters().wire
        var names = Set(wire.members.map(\.name)).subtracting([
            "lora", "best_checkpoints", "mask_prompt_labels",
        ])
        names.formUnion(wire["lora"]?.members.map { "lora.\($0.name)" } ?? [])
        #expect(names == Set(Self.edges.map(\.name)))
    }

    @Test("the bounds are said as the service writes them")
    func words() {
        var values = Hyperparameters()
        (values.epochs, values.learningRate) = (21, 0.5)
        #expect(
            values.defects.map(\.message) == [
                "`n_epochs` takes 1 to 20, not 21", "`learning_rate` takes 1e-08 to 0.01, not 0.5",
            ])
    }

    @Test("old names become the new ones, and are never sent")
    func oldNames() {
        var values = Hyperparameters()
        values.epochs = 4
        #expect(values.take(6, as: .evaluationEpochs).contains("`n_evals`"))
        #expect(values.take(1, as: .warmupEpochs).contains("`warmup_ratio`"))
        #expect(values.evals == 6 && values.warmupRatio == 0.25)
        for name in Hyperparameters.OldName.allCases {
            #expect(!values.wire.rendered(.compact).contains(name.rawValue))
        }
    }

    @Test("what is sent is what the service documents")
    func wire() {
        let request = JobRequest(
            name: "n", baseModel: "b", dataset: "d-1", promptColumn: "q\"", answerColumn: "a\n",
            hyperparameters: Hyperparameters())
        #expect(
            request.wire(isDryRun: true).rendered(.compact)
                == #"{"name":"n","base_model_id":"b","dry_run":true,"dataset":{"id":"d-1","prompt_column":"q\"","answer_column":"a\u000a"},"#
                + #""hyperparameters":{"n_epochs":1,"n_evals":0,"batch_size":4,"learning_rate":1e-05,"warmup_ratio":0.0,"#
                + #""weight_decay":0.0,"best_checkpoints":false,"mask_prompt_labels":false,"lora":{"enabled":true,"r":8,"#
                + #""alpha":8,"dropout":0.0,"trainable_modules":[]}}}"#)
    }
}
