import TestSupport
import Testing

@testable import TuneBytes

@Suite("Survey of a text")
struct ByteSurveyTests {
    /// Texts of all lengths of characters, at random damaged.
    private func bytes(_ length: Int, damage: Int, using generator: inout SeededGenerator) -> [UInt8] {
        let parts = [
            "plain text ", "\"", "\n", "\u{7F}", "é", "ÿ", "你好", "\u{FFFF}", "🙂", "\u{10FFFF}",
            "\u{D7FF}\u{E000}",
        ]
        var bytes: [UInt8] = []
        while bytes.count < length { bytes += Array((parts.randomElement(using: &generator) ?? "").utf8) }
        let wrong: [UInt8] = [
            0x00, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF, 0x9F, 0xA0, 0x8F,
            0x90,
        ]
        for _ in 0..<damage {
            guard let place = bytes.indices.randomElement(using: &generator) else { break }
            bytes[place] = wrong.randomElement(using: &generator) ?? 0xFF
        }
        return bytes
    }

    @Test(
        "counts what stands in it, and knows UTF-8 as the standard library does, however it is pieced together"
    )
    func againstOneByteAtATime() {
        var (generator, seed) = SeededGenerator.fresh()
        for round in 0..<3000 {
            let bytes = bytes(round % 300, damage: round % 3, using: &generator)
            var survey = ByteSurvey()
            var end = 0
            while end < bytes.count {
                let start = end
                end = min(bytes.count, start + Int.random(in: 1...150, using: &generator))
                survey.add(bytes.span.extracting(0..<end), from: start)
            }
            #expect(survey.quotes == bytes.count { $0 == 0x22 }, "seed \(seed)")
            #expect(survey.lineEnds == bytes.count { $0 == 0x0A }, "seed \(seed)")
            #expect(survey.hasNUL == bytes.contains(0), "seed \(seed)")
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let span = bytes.span
            let (isCut, first) = (span.endsInsideCharacter, span.firstInvalidUTF8())
            #expect((survey.hasUTF8Fault || isCut) == !isValid, "seed \(seed): \(bytes)")
            #expect((first == nil) == isValid, "seed \(seed): \(bytes)")
        }
    }

    @Test("every pair and triple of bytes around the edges of UTF-8 is judged as the standard library does")
    func edges() {
        let edges: [UInt8] = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
            0xEE,
            0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
        ]
        for one in edges {
            for two in edges {
                for three in edges {
                    let bytes = [one, two, three, 0x80, 0x41]
                    let isValid = String(validating: bytes, as: UTF8.self) != nil
                    #expect(ByteSurvey(bytes.span).hasUTF8Fault == !isValid, "\(bytes)")
                }
            }
        }
    }

    @Test("the survey of a front is what is left without the rest")
    func front() {
        let bytes = Array("\"a\"\n\"b\"\n".utf8)
        let whole = ByteSurvey(bytes.span)
        let rest = ByteSurvey(bytes.span.extracting(4..<8))
        #expect(whole.without(rest) == ByteSurvey(bytes.span.extracting(0..<4)))
    }
}
