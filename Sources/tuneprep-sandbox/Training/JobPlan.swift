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
