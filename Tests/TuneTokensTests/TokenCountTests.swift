import Testing
import TuneTokens

@Suite("Token counts")
struct TokenCountTests {
    @Test("exact counts add up to an exact count")
    func exact() {
        #expect(TokenCount.exact(3).adding(.exact(4)) == .exact(7))
        #expect(TokenCount.exact(3).bounds == 3...3)
    }

    @Test("estimates add up with their bounds, in any order")
    func estimates() {
        let counts: [TokenCount] = [
            .estimated(100, errorPermille: 50), .estimated(7, errorPermille: 250),
            .estimated(0, errorPermille: 50),
        ]
        let forward = counts.dropFirst().reduce(counts[0]) { $0.adding($1) ?? .exact(-1) }
        let backward = counts.reversed().dropFirst().reduce(counts[2]) { $0.adding($1) ?? .exact(-1) }
        #expect(forward == .estimated(107, bounds: 100...114))
        #expect(forward == backward)
    }

    @Test("an exact count and an estimate do not add up")
    func kinds() {
        #expect(TokenCount.exact(3).adding(.estimated(4, errorPermille: 50)) == nil)
        #expect(TokenCount.estimated(4, errorPermille: 50).adding(.exact(3)) == nil)
    }

    @Test("bounds are rounded outward and never below zero")
    func rounding() {
        #expect(TokenCount.estimated(10, errorPermille: 50).bounds == 9...11)
        #expect(TokenCount.estimated(1, errorPermille: 2000).bounds == 0...3)
    }

    @Test("epochs multiply the count and its bounds")
    func epochs() {
        #expect(TokenCount.exact(12).repeated(3) == .exact(36))
        let estimate = TokenCount.estimated(100, errorPermille: 50)
        #expect(estimate.repeated(3) == .estimated(300, bounds: 285...315))
    }
}
