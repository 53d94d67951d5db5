import Testing
import TuneBytes
import TuneFindings
import TunePipeline
import TuneText

@testable import TuneReport

@Suite("one result in every style")
struct ReportStyleTests {
    /// A result with one finding, two lines for people and one where space is short.
    private struct Result: Reported {
        var findingsShown = [
            Finding(
                code: "TP101", name: "empty-answer", severity: .error, message: "the answer is empty",
                site: Location(path: "a.csv", line: 2, column: 3))
        ]

        func lines(in rendering: Rendering) -> [ReportLine] {
            [ReportLine("rows", "1"), .plain("the end")]
        }

        func conciseLines(in rendering: Rendering) -> [ReportLine] { [ReportLine("rows", "1")] }

        func json(in rendering: Rendering) -> [JSON] { [.object([("rows", .number(1))])] }

        func jsonLines(in rendering: Rendering) -> [JSON] { [.text("TP101")] + json(in: rendering) }
    }

    @Test("every style has a name of its own, by which it is found in any case")
    func names() {
        let names = ReportStyles.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(ReportStyles.named(name.uppercased())?.name == name) }
        #expect(ReportStyles.named("xml") == nil)
    }

    @Test("each style writes what it is for, its last line ended")
    func texts() {
        let result = Result()
        #expect(
            result.text(in: Rendering(FullStyle())) == """
                error[TP101] empty-answer: the answer is empty
                   --> a.csv:2:3

                rows     1
                the end

                """)
        #expect(
            result.text(in: Rendering(ConciseStyle())) == """
                a.csv:2:3: error[TP101] empty-answer: the answer is empty
                rows     1

                """)
        #expect(
            result.text(in: Rendering(JSONStyle())) == """
                {
                  "rows": 1
                }

                """)
        #expect(result.text(in: Rendering(JSONLinesStyle())) == "\"TP101\"\n{\"rows\": 1}\n")
    }

    @Test(
        "a style says what a finding says: its code and its message, but for the JSON of a result that lists none"
    )
    func sameWords() {
        for style in ReportStyles.all where !(style is JSONStyle) {
            let text = Result().text(in: Rendering(style))
            #expect(text.contains("TP101"), "\(style.name)")
        }
    }

    @Test(
        "labels are padded to a column of their own",
        arguments: [
            ("rows", "rows     3"), ("", "         3"), ("validation", "validation 3"),
            ("eight888", "eight888 3"),
        ])
    func labels(label: String, line: String) {
        #expect(ReportLine(label, "3").text == line)
    }
}
