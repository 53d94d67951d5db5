/// Whether a provider takes jobs, and when that was so.
public struct ServiceState: Sendable, Hashable {
    /// The three states a service can be in.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// It takes jobs.
        case live
        /// It still takes some jobs but has announced an end or is no longer supported.
        case closing
        /// It takes no jobs.
        case offline
    }

    /// Which of the three states it is in.
    public let phase: Phase
    /// The day it was so, as `YYYY-MM-DD`; nil when the source carries no date.
    public let date: String?
    /// The state in words, lower case, without a full stop.
    public let text: String

    /// The state on a day (`YYYY-MM-DD`, nil when the source carries none), in words too.
    public init(_ phase: Phase, date: String?, text: String) {
        self.phase = phase
        self.date = date
        self.text = text
    }
}
