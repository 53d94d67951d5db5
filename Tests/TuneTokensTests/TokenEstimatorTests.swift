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
                walk.step(byte, tables.rows.span, tables.steps.span, tables.pairs.span)
            }
            walk.end(tables.steps.span)
            #expect(estimator.count(text.span) == max(1, (walk.weight + 512) >> 10), "length \(length)")
        }
    }

    @Test(
        "short texts keep their estimates",
        arguments: [
            FixedEstimate("Hello, world!", 6, 6, 7),
            FixedEstimate("The patient was given 5 mg twice daily.", 10, 10, 11),
            FixedEstimate("def add(a, b):\n    return a + b\n", 14, 14, 16),
            FixedEstimate("Wie viele Züge fahren täglich nach Köln?", 15, 16, 17),
            FixedEstimate("今天天气很好。", 7, 5, 9),
            FixedEstimate("Сколько стоит этот билет?", 8, 7, 11),
            FixedEstimate("{\"id\": 1024, \"tags\": [\"a\", \"b\"]}", 17, 19, 19),
        ])
    func fixed(expected: FixedEstimate) {
        #expect(ModelFamily.allCases.map { estimate(expected.text, $0) } == expected.tokens)
    }

    @Test("random bytes never trap")
    func randomBytes() {
        let seed = UInt64.random(in: .min ... .max)
        var bytes = RandomBytes(seed: seed)
        for family in ModelFamily.allCases {
            let estimator = TokenEstimator(family: family)
            for length in 0..<600 {
                let count = estimator.count(bytes.next(length).span)
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

/// A text and what the weights of this version make of it, by family; a new fit changes these.
struct FixedEstimate: Sendable {
    let text: String
    let tokens: [Int]

    init(_ text: String, _ llama3: Int, _ qwen2: Int, _ mistral: Int) {
        self.text = text
        tokens = [llama3, qwen2, mistral]
    }
}

/// The estimate of a string.
func estimate(_ text: String, _ family: ModelFamily) -> Int {
    TokenEstimator(family: family).count(Array(text.utf8).span)
}

/// Bytes that a seed determines (SplitMix64).
struct RandomBytes {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
        }
    }
}
