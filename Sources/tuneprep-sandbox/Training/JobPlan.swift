/// What a job is asked to do, checked.
struct JobPlan: Codable, Sendable, Equatable {
    let name: String
    let baseModelID: String
    let baseModelName: String
    let datasetID: String
    let promptColumn: String?
    let answerColumn: String
    let hyperparameters: Hyperparameters
}

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
