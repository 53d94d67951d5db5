import TestSupport
import Testing

@testable import TuneArchives

@Suite("What grows beyond measure")
struct RatioGaugeTests {
    private func limits(window: Int) -> ArchiveLimits {
        var limits = ArchiveLimits()
        limits.ratioWindow = window
        return limits
    }

    @Test("zeros over a whole window are refused, half a window of them is not")
    func zeros() {
        var limits = limits(window: 8 << 20)
        let zeros = [UInt8](repeating: 0, count: 16 << 20)
        #expect(refusal(of: Tar.of(["z": Array(zeros[..<(4 << 20)])]).gzipped, limits: limits) == nil)
        let archive = Tar.of(["z": zeros]).gzipped
        guard case .bomb(let stored, let text, 200) = refusal(of: archive, limits: limits) else {
            Issue.record("zeros pass")
            return
        }
        #expect(text == 8 << 20 && stored * 200 < text)
        limits.ratio = 1_100
        #expect(refusal(of: archive, limits: limits) == nil)
    }

    @Test("a window anywhere counts: noise before and behind does not hide zeros")
    func hidden() {
        let noise = (0..<(4 << 20)).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) }
        let zeros = [UInt8](repeating: 0, count: 20 << 20)
        let archive = Tar.of(["a": noise, "z": zeros, "b": noise]).gzipped
        #expect(refusal(of: archive, limits: limits(window: 8 << 20)) != nil)
    }
}
