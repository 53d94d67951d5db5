import TestSupport
import Testing

@testable import TuneTokens

@Suite("Estimating tokens without a vocabulary")
struct TokenEstimatorTests {
    @Test("an empty text has no tokens", arguments: ModelFamily.allCases)
    func empty(family: ModelFamily) {
        #expect(estimate("", family) == 0)
    }

    @Test("a text of one byte has at least one token", arguments: ModelFamily.allCases)
    func oneByte(family: ModelFamily) {
        let estimator = TokenEstimator(family: family)
        for byte in UInt8.min...UInt8.max {
            #expect(estimator.count([byte].span) >= 1)
        }
    }

    @Test("the same text always has the same estimate", arguments: ModelFamily.allCases)
    func determinism(family: ModelFamily) {
        let text = "It takes 12 eggs, 3 cups of flour, and – of course – « de la patience ». 你好。"
        #expect(estimate(text, family) == estimate(text, family))
    }

    @Test("a longer text of the same kind has more tokens", arguments: ModelFamily.allCases)
    func growth(family: ModelFamily) {
        let sentence = "The clerk copied the letter twice. "
        let counts = (1...40).map { estimate(String(repeating: sentence, count: $0), family) }
        #expect(counts == counts.sorted())
        #expect(counts[39] > 35 * counts[0])
    }

    @Test("a text has at most as many tokens as bytes", arguments: ModelFamily.allCases)
    func plausibility(family: ModelFamily) {
        for text in Self.samples {
            #expect(estimate(text, family) <= text.utf8.count)
        }
    }

    @Test("walking two halves side by side weighs what one walk does", arguments: ModelFamily.allCases)
    func halves(family: ModelFamily) {
        let estimator = TokenEstimator(family: family)
        let tables = EstimatorTables.of(family)
        let words = Array("A few words, 12 of them HTTP  headers, zu häufig wiederholt.\n".utf8)
        let bytes = Array((0..<6).map { _ in words }.joined())
        for length in 1...bytes.count {
            let text = Array(bytes[..<length])
            var walk = EstimatorWalk(state: 0, previous: 0)
            for byte in text {
                walk.step(
                    byte, rows: tables.rows.span, steps: tables.steps.span, pairs: tables.pairs.span)
            }
            walk.end(tables.steps.span)
            #expect(estimator.count(text.span) == max(1, (walk.weight + 512) >> 10), "length \(length)")
        }
    }

    @Test(
        "short texts keep their estimates",
        arguments: [
            FixedEstimate("Hello, world!", llama3: 6, qwen2: 6, mistral: 7),
            FixedEstimate("The patient was given 5 mg twice daily.", llama3: 10, qwen2: 10, mistral: 11),
            FixedEstimate("def add(a, b):\n    return a + b\n", llama3: 14, qwen2: 14, mistral: 16),
            FixedEstimate("Wie viele Züge fahren täglich nach Köln?", llama3: 15, qwen2: 16, mistral: 17),
            FixedEstimate("今天天气很好。", llama3: 7, qwen2: 5, mistral: 9),
            FixedEstimate("Сколько стоит этот билет?", llama3: 8, qwen2: 7, mistral: 11),
            FixedEstimate("{\"id\": 1024, \"tags\": [\"a\", \"b\"]}", llama3: 17, qwen2: 19, mistral: 19),
        ])
    func fixed(expected: FixedEstimate) {
        #expect(ModelFamily.allCases.map { estimate(expected.text, $0) } == expected.tokens)
    }

    @Test("random bytes never trap")
    func randomBytes() {
        var (generator, seed) = SeededGenerator.fresh()
        for family in ModelFamily.allCases {
            let estimator = TokenEstimator(family: family)
            for length in 0..<600 {
                let count = estimator.count(generator.bytes(length).span)
                #expect((count == 0) == (length == 0), "seed \(seed), length \(length)")
            }
        }
    }

    @Test("the stated error grows with the share outside ASCII", arguments: ModelFamily.allCases)
    func errorGrows(family: ModelFamily) {
        let estimator = TokenEstimator(family: family)
        let errors = stride(from: 0, through: 1000, by: 50).map {
            estimator.errorPermille(nonASCIIBytes: $0, of: 1000)
        }
        #expect(errors == errors.sorted())
        #expect(errors[0] > 0)
        #expect(estimator.errorPermille(nonASCIIBytes: 0, of: 1_000_000) < errors[0])
        #expect(estimator.errorPermille(nonASCIIBytes: 0, of: 0) == 1000)
    }

    static let samples = [
        "def area(r):\n    return math.pi * r ** 2\n", "SELECT name FROM users WHERE id = 12345;",
        "Größere Städte haben häufig mehr als 100.000 Einwohner.", "Сколько стоит этот билет?",
        "東京は日本の首都です。", "안녕하세요, 반갑습니다.", "مرحبا بالعالم", "🙂🙂🙂 done!",
    ]
}

/// The estimate of a string.
func estimate(_ text: String, _ family: ModelFamily) -> Int {
    TokenEstimator(family: family).count(Array(text.utf8).span)
}
