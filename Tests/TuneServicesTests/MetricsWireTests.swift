import Testing

@testable import TuneServices

/// The shapes in which Nscale tells metrics.
@Suite("metrics are read in every documented shape")
struct MetricsWireTests {
    @Test("metrics are read under both sets of names, as numbers and as texts")
    func metrics() async throws {
        let object =
            #"{"data":[{"step":10,"training_loss":"1.92","validation_loss":"1.88","perplexity":"6.55"}],"#
            + #""training_steps":40,"training_tokens":"81920","validation_steps":2}"#
        let list = #"[{"step":"10","train_loss":1.92,"eval_loss":1.88,"perplexity":6.55}]"#
        for text in [object, list] {
            let metrics = try await NscaleService.fake(["GET /jobs/j-1/metrics": .json(text)]).metrics(
                of: "j-1")
            let point = try #require(metrics.points.first)
            #expect(point.step == 10 && point.trainingLoss == 1.92 && point.validationLoss == 1.88)
            #expect(point.perplexity == 6.55 && metrics.unreadable == 0)
        }
    }

    @Test("the totals of metrics are read, also in quotes")
    func metricTotals() async throws {
        let text = #"{"data":null,"training_steps":40,"training_tokens":"81920","validation_steps":2}"#
        let metrics = try await NscaleService.fake(["GET /jobs/j-1/metrics": .json(text)]).metrics(of: "j-1")
        #expect(metrics.points.isEmpty && metrics.trainingTokens == 81920)
        #expect(metrics.trainingSteps == 40 && metrics.validationSteps == 2)
    }

    @Test(
        "a measurement that is no number is nil and counted",
        arguments: ["NaN", #""NaN""#, #""nan""#, "1e999", #""?""#])
    func unreadableNumbers(_ value: String) async throws {
        let text =
            #"[{"step":1,"train_loss":\#(value),"note":"a \"NaN\" in a text"},{"step":2,"train_loss":null}]"#
        let metrics = try await NscaleService.fake(["GET /jobs/j-1/metrics": .json(text)]).metrics(of: "j-1")
        #expect(metrics.points.map(\.step) == [1, 2])
        #expect(metrics.points.allSatisfy { $0.trainingLoss == nil } && metrics.unreadable == 1)
    }
}
