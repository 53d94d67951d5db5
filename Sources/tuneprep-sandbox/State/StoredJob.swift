import Foundation

/// A fine-tuning job.
struct StoredJob: Codable, Sendable, Equatable {
    struct Export: Codable, Sendable, Equatable {
        let id: String
        let repository: String
        let createdAt: Date
    }

    let id: String
    let plan: JobPlan
    let usage: Usage
    let createdAt: Date
    /// How far it has come, in units of ``JobSchedule``.
    var position = 0.0
    var startedAt: Date?
    var endedAt: Date?
    var cancelled = false
    var exports: [Export] = []
}
