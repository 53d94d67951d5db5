/// What a job reads and costs.
struct Usage: Codable, Sendable, Equatable {
    let rows: Int
    let trainingTokens: Int
    let validationTokens: Int
    let billedTokens: Int
    let cost: Double
    /// Training steps in all.
    let steps: Int
    let hasValidationFile: Bool
}
