import Testing
import TuneExamples
import TuneRecords

@Suite("an example is filled again and again")
struct ExampleTests {
    @Test("a fresh example, and one that was reset, holds nothing")
    func reset() {
        var example = Example()
        example.messages = [.init(role: .assistant, text: TextRange(0, 1), value: 0)]
        example.identity = TextRange(0, 1)
        example.stratum = TextRange(0, 1)
        example.add(.missing(field: "answer"), at: nil)
        #expect(example.answer != nil)
        #expect(example.isUnusable)
        example.reset()
        #expect(example.messages.isEmpty)
        #expect(example.defects.isEmpty)
        #expect(example.identity == nil)
        #expect(example.stratum == nil)
        #expect(example.answer == nil)
        #expect(example.prompt == nil)
        #expect(!example.isUnusable)
    }

    @Test("what was read with indulgence leaves an example usable, what is lacking does not")
    func fatalDefects() {
        let indulged: [ExampleDefect.Kind] = [
            .notText(field: "a", found: .number), .roleAlias(word: "human", role: "user"),
        ]
        let lacking: [ExampleDefect.Kind] = [
            .missing(field: "a"), .blank(field: "a"), .wrongType(field: "a", found: .array, wanted: "text"),
            .unknownRole(word: "x"), .unknownDecision(word: "x"),
        ]
        var example = Example()
        for kind in indulged { example.add(kind, at: 1) }
        #expect(!example.isUnusable)
        for kind in lacking {
            example.reset()
            example.add(kind, at: nil)
            #expect(example.isUnusable, "\(kind)")
        }
    }
}
