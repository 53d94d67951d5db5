import Testing

@testable import TuneArchives

@Suite("The limits of archives")
struct ArchiveLimitsTests {
    @Test("weights pass the ratio with room to spare, zeros do not")
    func ratio() {
        let limits = ArchiveLimits()
        #expect(limits.ratio > 100 && limits.ratio < 1_032)
    }
}
