import Testing
import TuneCosts

@Suite("Token ranges")
struct TokenRangeTests {
    @Test("an exact count is its own bounds")
    func exact() throws {
        let range = try TokenRange(exact: 1_234)
        #expect([range.low, range.expected, range.high] == [1_234, 1_234, 1_234])
        #expect(range.isExact)
    }

    @Test(
        "an estimate is rounded down below and up above",
        arguments: [
            (1_000, 30, 970, 1_030), (1_001, 30, 970, 1_032), (1, 1, 0, 2), (0, 30, 0, 0), (7, 0, 7, 7),
            (10, 1_000, 0, 20),
        ])
    func estimate(count: Int, error: Int, low: Int, high: Int) throws {
        let range = try TokenRange(estimate: count, errorPermille: error)
        #expect([range.low, range.expected, range.high] == [low, count, high])
    }

    @Test("bounds out of order, negative counts and impossible errors are refused")
    func refuses() {
        #expect(throws: CostError.negativeTokens(-1)) { try TokenRange(exact: -1) }
        #expect(throws: CostError.negativeTokens(-1)) { try TokenRange(estimate: -1, errorPermille: 0) }
        #expect(throws: CostError.tokensOutOfOrder(expected: 1, low: 2, high: 3)) {
            try TokenRange(expected: 1, low: 2, high: 3)
        }
        #expect(throws: CostError.tokensOutOfOrder(expected: 4, low: 2, high: 3)) {
            try TokenRange(expected: 4, low: 2, high: 3)
        }
        #expect(throws: CostError.errorOutOfBounds(1_001, allowed: 0...1_000)) {
            try TokenRange(estimate: 1, errorPermille: 1_001)
        }
        #expect(throws: CostError.errorOutOfBounds(-1, allowed: 0...1_000)) {
            try TokenRange(estimate: 1, errorPermille: -1)
        }
    }

    @Test("an upper bound beyond 64 bits is an error, not a trap")
    func overflow() {
        #expect(throws: CostError.overflow(.tokens)) { try TokenRange(estimate: .max, errorPermille: 1) }
        #expect(throws: Never.self) { try TokenRange(estimate: .max, errorPermille: 0) }
    }
}
