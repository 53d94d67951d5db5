import Testing
import TuneBytes
import TuneReport
import TuneText

@testable import TuneDeliveryReport
@testable import TuneServices

/// Losses for people, spreadsheets and programs.
@Suite("metrics are drawn, listed and written")
struct MetricsReportTests {
    private func metrics(_ points: [(Int?, Double?, Double?)]) throws -> Metrics {
        var metrics = Metrics(.array([]))
        metrics.points = points.map { step, training, validation in
            Metrics.Point(step: step, trainingLoss: training, validationLoss: validation)
        }
        return metrics
    }

    @Test("the plot is drawn with the highest loss at the top and the first step at the left")
    func plot() throws {
        let metrics = try metrics([(0, 2, nil), (50, 1.5, nil), (100, 1, 1.5)])
        let lines = MetricsReport(metrics, of: "j").text(
            in: Rendering(palette: Palette(isOn: false), width: 30)
        ).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "   2.00 |*")
        #expect(lines[11] == "   1.00 |" + String(repeating: " ", count: 20) + "*")
        #expect(lines[12] == "        +---------------------")
        #expect(lines[13].hasSuffix("100") && lines[14] == "         * training loss, o validation loss")
        #expect(lines.prefix(12).joined().count { $0 == "*" } == 3)
        #expect(lines.prefix(12).joined().count { $0 == "o" } == 1)
    }

    @Test("two losses on one spot show as @, and colours colour nothing else")
    func overlap() throws {
        let metrics = try metrics([(0, 2, 2), (1, 1, 1)])
        let plain = MetricsReport(metrics, of: "j").text(
            in: Rendering(palette: Palette(isOn: false), width: 40))
        #expect(plain.count { $0 == "@" } == 2 && !plain.contains("\u{1B}"))
        let colored = MetricsReport(try self.metrics([(0, 2, nil), (1, 1, nil)]), of: "j").text(
            in: Rendering(palette: Palette(isOn: true), width: 40))
        #expect(colored.contains("\u{1B}[36m*\u{1B}[0m"))
    }

    @Test(
        "no list of losses breaks the plot",
        arguments: [
            [], [(1, 1.0)], [(1, 1.0), (1, 1.0)], [(nil, 1.0), (nil, 2.0)],
            [(Int.min, -Double.greatestFiniteMagnitude), (Int.max, Double.greatestFiniteMagnitude)],
            [(1, nil)],
        ] as [[(Int?, Double?)]])
    func extremes(_ points: [(Int?, Double?)]) throws {
        let text = MetricsReport(try metrics(points.map { ($0.0, $0.1, nil) }), of: "j").text(
            in: Rendering(palette: Palette(isOn: false), width: 0))
        #expect(points.isEmpty ? text == "no metrics yet\n" : text.contains("training"))
        for line in text.split(separator: "\n") where line.contains("|") { #expect(line.count <= 30) }
    }

    @Test("CSV has a header, empty fields for what is not known, and quotes where it must")
    func csv() throws {
        var metrics = try metrics([(10, 1.5, nil), (nil, nil, nil)])
        for wild in ["a\nb", "a\rb", "a\r\nb", "a,b"] {
            metrics.points[0].timestamp = wild
            #expect(MetricsReport(metrics, of: "j").csv.contains("\n10,\"\(wild)\",1.5,,\n"))
        }
        metrics.points[0].timestamp = "a,\"b\""
        #expect(
            MetricsReport(metrics, of: "j").csv
                == "step,timestamp,training_loss,validation_loss,perplexity\n10,\"a,\"\"b\"\"\",1.5,,\n,,,,\n"
        )
    }

    @Test("JSON keeps what was measured, and null for what was not")
    func json() throws {
        let text = MetricsReport(try metrics([(10, 1.25, nil)]), of: "j").text(
            in: Rendering(JSONLinesStyle()))
        #expect(
            text.contains(
                #"{"step": 10, "timestamp": null, "training_loss": 1.25, "validation_loss": null, "perplexity": null}"#
            ))
    }

    @Test("one warning tells how many values were no numbers")
    func warning() throws {
        var metrics = try metrics([(1, nil, nil)])
        #expect(MetricsReport(metrics, of: "j").warning == nil)
        metrics.unreadable = 2
        #expect(MetricsReport(metrics, of: "j").warning == "2 values are no numbers and left out")
    }
}
