import Foundation

/// A training file and, perhaps, a validation file.
struct StoredDataset: Codable, Sendable, Equatable {
    let id: String
    var name: String
    let createdAt: Date
    var updatedAt: Date
    var trainingFileID: String
    var validationFileID: String?
}
