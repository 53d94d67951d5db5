import Testing
import TuneFindings
import TuneText

@testable import TuneReport

@Suite("a finding reads the same in every style")
struct StyleTests {
    private let plain = Palette(isOn: false)
    private let coloured = Palette(isOn: true)

    private let overContext = Finding(
        code: "TP301", name: "over-context", severity: .error,
        message: "this example has 9,114 tokens, the model reads 8,192",
        why: "the tail is cut off before training, and the answer with it",
        help: "shorten the prompt, or leave the row out",
        site: Location(path: "samples/train.csv", record: 41, line: 57, column: 1, field: "answer"),
        excerpt: Excerpt(
            before: "", after: "\"Summarise the report\",\"The trial\"", isCutBefore: false,
            isCutAfter: false,
            note: "922 tokens over"))
    private let wholeFile = Finding(
        code: "TP701", name: "no-validation-file", severity: .advice, message: "there is no validation file",
        site: Location(path: "train.csv"))
    private let middle = Finding(
        code: "TP005", name: "stray-quote", severity: .warning, message: "a quote stands inside a field",
        site: Location(path: "a.csv", line: 12_345, column: 3, field: "answer"),
        excerpt: Excerpt(before: "a,", after: "b\"c", isCutBefore: true, isCutAfter: true))

    @Test("the full style shows place, line, caret, harm and help")
    func full() {
        #expect(
            FindingBlock(Rendering(palette: plain)).text(of: overContext) == """
                error[TP301] over-context: this example has 9,114 tokens, the model reads 8,192
                   --> samples/train.csv:57:1  (record 41, column `answer`)
                    |
                 57 | "Summarise the report","The trial"
                    | ^ 922 tokens over
                    |
                   why: the tail is cut off before training, and the answer with it
                  help: shorten the prompt, or leave the row out


                """)
    }

    @Test("the full style leaves out what a finding does not have")
    func fullWithout() {
        #expect(
            FindingBlock(Rendering(palette: plain)).text(of: wholeFile) == """
                advice[TP701] no-validation-file: there is no validation file
                   --> train.csv


                """)
    }

    @Test("long line numbers move the gutter")
    func gutter() {
        #expect(
            FindingBlock(Rendering(palette: plain)).text(of: middle) == """
                warning[TP005] stray-quote: a quote stands inside a field
                      --> a.csv:12345:3  (column `answer`)
                       |
                 12345 | …a,b"c…
                       |    ^
                       |


                """)
    }

    @Test("a piece of text without a line has no number")
    func noLine() {
        var finding = middle
        finding.site = Location(path: "a.csv")
        #expect(
            FindingBlock(Rendering(palette: plain)).text(of: finding) == """
                warning[TP005] stray-quote: a quote stands inside a field
                   --> a.csv
                    |
                    | …a,b"c…
                    |    ^
                    |


                """)
    }

    @Test("controls in a column's name are shown")
    func fieldName() {
        var finding = wholeFile
        finding.site = Location(path: "a.csv", field: "an\nswer\u{1B}[31m")
        #expect(FindingBlock(Rendering(palette: plain)).text(of: finding).contains("(column `an␊swer␛[31m`)"))
    }

    @Test("no line of the evidence is wider than the terminal", arguments: [20, 40, 60, 100, 200])
    func width(columns: Int) {
        var finding = overContext
        let words = String(repeating: "word ", count: 100)
        finding.excerpt = Excerpt(before: words, after: words, isCutBefore: false, isCutAfter: true)
        finding.message = "long"
        finding.why = nil
        finding.help = nil
        let text = FindingBlock(Rendering(palette: plain, width: columns)).text(of: finding)
        let evidence = text.split(separator: "\n").filter { $0.contains("|") }
        #expect(evidence.count == 4)
        #expect(evidence.allSatisfy { $0.count <= max(columns, 40) })
        #expect(evidence[1].count > max(columns, 40) - 6)
    }

    @Test("colours stand around the severity, the name, the place and the caret")
    func fullColours() {
        #expect(
            FindingBlock(Rendering(palette: coloured)).text(of: middle) == """
                \u{1B}[1;33mwarning[TP005]\u{1B}[0m \u{1B}[1mstray-quote\u{1B}[0m: a quote stands inside a field
                      \u{1B}[34m-->\u{1B}[0m a.csv:12345:3  (column `answer`)
                       \u{1B}[34m|\u{1B}[0m
                 \u{1B}[34m12345\u{1B}[0m \u{1B}[34m|\u{1B}[0m …a,b"c…
                       \u{1B}[34m|\u{1B}[0m    \u{1B}[1;31m^\u{1B}[0m
                       \u{1B}[34m|\u{1B}[0m


                """)
    }

    @Test("the full style says the same with and without colours")
    func sameWords() {
        for finding in [overContext, wholeFile, middle] {
            let text = FindingBlock(Rendering(palette: coloured)).text(of: finding)
            #expect(
                text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
                    == FindingBlock(Rendering(palette: plain)).text(of: finding))
        }
    }

    @Test("the concise style is one line")
    func concise() {
        let style = FindingLine(Rendering(palette: plain))
        #expect(
            style.text(of: overContext)
                == "samples/train.csv:57:1: error[TP301] over-context: this example has 9,114 tokens, "
                + "the model reads 8,192\n")
        #expect(
            style.text(of: wholeFile)
                == "train.csv: advice[TP701] no-validation-file: there is no validation file\n")
        var finding = middle
        finding.site.column = nil
        #expect(
            style.text(of: finding)
                == "a.csv:12345: warning[TP005] stray-quote: a quote stands inside a field\n")
    }

    @Test("the concise style colours the severity alone")
    func conciseColours() {
        let style = FindingLine(Rendering(palette: coloured))
        #expect(
            style.text(of: wholeFile)
                == "train.csv: \u{1B}[1;36madvice[TP701]\u{1B}[0m no-validation-file: there is no validation file\n"
        )
        #expect(style.text(of: overContext).contains(" \u{1B}[1;31merror[TP301]\u{1B}[0m over-context"))
    }

    @Test("a palette that is off leaves text alone, one that is on ends what it began")
    func palettes() {
        #expect(plain.paint("x", .good) == "x")
        #expect(coloured.paint("x", .good) == "\u{1B}[32mx\u{1B}[0m")
    }
}
