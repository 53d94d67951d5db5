import Foundation

/// Where the sandbox reads the time, so that tests can move it.
struct Clock: Sendable {
    let now: @Sendable () -> Date

    static let system = Clock { Date() }
}

extension Date {
    /// The time as the service writes it, with microseconds: `2026-01-14T14:57:45.376538Z`.
    var timestamp: String {
        // A step that takes long puts the end of a job after the last year that has four digits.
        let last = 253_402_300_799.0
        let micros = Int((min(max(timeIntervalSince1970, 0), last) * 1e6).rounded())
        let (seconds, fraction) = micros.quotientAndRemainder(dividingBy: 1_000_000)
        let whole = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        let digits = String(1_000_000 + fraction).dropFirst()
        return "\(whole.dropLast()).\(digits)Z"
    }
}
