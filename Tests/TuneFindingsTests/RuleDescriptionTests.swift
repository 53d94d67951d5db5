import Testing
import TuneFindings

@Suite("rules describe themselves")
struct RuleDescriptionTests {
    @Test("severities are ordered by weight")
    func severities() {
        #expect(Severity.advice < .warning)
        #expect(Severity.warning < .error)
        #expect(!(Severity.error < .error))
        #expect([Severity.error, .advice, .warning].sorted() == [.advice, .warning, .error])
        #expect(Severity.allCases.max() == .error)
        #expect(Severity.allCases.map(\.rawValue) == ["advice", "warning", "error"])
    }

    @Test(
        "the family follows from the code's first digit",
        arguments: [
            ("TP001", RuleFamily.shape), ("TP103", .content), ("TP202", .conversation), ("TP301", .length),
            ("TP401", .dataset), ("TP501", .privacy), ("TP605", .provider), ("TP701", .model),
            ("TP999", .model),
            ("TP", .shape),
        ])
    func families(code: String, family: RuleFamily) {
        #expect(RuleFamily(code: code) == family)
    }

    @Test("a family's title is its name with a capital")
    func titles() {
        #expect(
            RuleFamily.allCases.map(\.title) == [
                "Shape", "Content", "Conversation", "Length", "Dataset", "Privacy", "Provider", "Model",
            ])
    }

    @Test("a rule belongs to the family of its code")
    func family() {
        let rule = RuleDescription(
            code: "TP101", name: "empty-answer", severity: .error, since: "0.1.0", summary: "s", why: "w",
            accepted: [], rejected: [])
        #expect(rule.family == .content)
    }

    @Test("a mark says where the spot is and is no part of the bytes")
    func mark() {
        let (bytes, mark) = RuleExample.bytes(of: "é,▸b\n")
        #expect(bytes == Array("é,b\n".utf8))
        #expect(mark == 3)
        #expect(RuleExample.bytes(of: "▸").mark == 0)
        #expect(RuleExample.bytes(of: "ab▸").mark == 2)
        #expect(RuleExample.bytes(of: "ab").mark == nil)
        #expect(RuleExample.bytes(of: "").bytes.isEmpty)
    }

    @Test("two hexadecimal digits in angle marks are one byte")
    func rawBytes() {
        let (bytes, mark) = RuleExample.bytes(of: "a‹FF›‹00›▸‹c3›b")
        #expect(bytes == [0x61, 0xFF, 0x00, 0xC3, 0x62])
        #expect(mark == 3)
    }

    @Test(
        "angle marks around anything else stand for themselves",
        arguments: ["‹", "‹F›", "‹GG›", "‹FFF›", "‹FF", "‹FFx", "‹+F›", "›"])
    func otherAngleMarks(text: String) {
        #expect(RuleExample.bytes(of: text).bytes == Array(text.utf8))
    }

    @Test(
        "line ends and joined characters keep their bytes",
        arguments: ["a\r\nb", "e\u{301}", "👩‍⚕️", "\u{FEFF}a", "\0"])
    func otherBytes(text: String) {
        #expect(RuleExample.bytes(of: text).bytes == Array(text.utf8))
    }
}
