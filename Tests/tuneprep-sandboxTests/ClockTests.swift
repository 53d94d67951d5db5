import Foundation
import Testing

@testable import tuneprep_sandbox

@Suite("Time")
struct ClockTests {
    @Test("a time is written with microseconds")
    func time() {
        #expect(Date(timeIntervalSince1970: 1_768_402_665.25).timestamp == "2026-01-14T14:57:45.250000Z")
        #expect(Date(timeIntervalSince1970: 1e18).timestamp == "9999-12-31T23:59:59.000000Z")
    }
}
