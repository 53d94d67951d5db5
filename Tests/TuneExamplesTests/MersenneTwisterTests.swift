import TestSupport
import Testing

@testable import TuneExamples

@Suite("the generator draws as CPython's `random` does")
struct MersenneTwisterTests {
    @Test("the first five words of seed 0 are the published ones")
    func firstWords() {
        var generator = MersenneTwister(seed: 0)
        let words = (0..<5).map { _ in generator.next() }
        #expect(words == [3_626_764_237, 1_654_615_998, 3_255_389_356, 3_823_568_514, 1_806_341_205])
    }

    @Test("other seeds give other words")
    func otherSeeds() {
        var generator = MersenneTwister(seed: 42)
        #expect((0..<3).map { _ in generator.next() } == [2_746_317_213, 478_163_327, 107_420_369])
        var largest = MersenneTwister(seed: .max)
        #expect(largest.next() == 2_728_839_433)
    }

    @Test("the words go on behind the first 624")
    func refills() {
        var generator = MersenneTwister(seed: 0)
        for _ in 0..<699 { _ = generator.next() }
        #expect(generator.next() == 3_579_999_110)
        #expect(generator.next() == 2_140_787_315)
    }

    @Test("numbers below a bound are drawn from high bits, again and again until they are small enough")
    func below() {
        var generator = MersenneTwister(seed: 0)
        let bounds = [1, 2, 3, 7, 10, 100, 1000, 1 << 20, 4_294_967_295]
        #expect(bounds.map { generator.below($0) } == [0, 1, 0, 2, 8, 62, 414, 636_092, 4_156_669_319])
    }

    @Test("a shuffle of ten is CPython's")
    func shuffle() {
        #expect(shuffled(10, seed: 0) == [7, 8, 1, 5, 3, 4, 2, 0, 9, 6])
        #expect(shuffled(10, seed: 42) == [7, 3, 2, 8, 5, 6, 9, 4, 0, 1])
    }

    @Test("a shuffle of a thousand is CPython's, and loses nothing")
    func longShuffle() {
        let numbers = shuffled(1000, seed: 0)
        #expect(Array(numbers.prefix(5)) == [439, 621, 160, 549, 237])
        #expect(Array(numbers.suffix(5)) == [430, 911, 776, 394, 864])
        #expect(numbers.sorted() == Array(0..<1000))
    }

    @Test("nothing is drawn for a list too short to shuffle", arguments: [0, 1])
    func shortShuffle(count: Int) {
        var generator = MersenneTwister(seed: 0)
        var numbers = Array(0..<count)
        generator.shuffle(&numbers)
        #expect(numbers == Array(0..<count))
        #expect(generator.next() == 3_626_764_237)
    }

    private func shuffled(_ count: Int, seed: UInt32) -> [Int] {
        var generator = MersenneTwister(seed: seed)
        var numbers = Array(0..<count)
        generator.shuffle(&numbers)
        return numbers
    }
}
