import Foundation

/// An uploaded file, without its bytes.
struct StoredFile: Codable, Sendable, Equatable {
    struct Column: Codable, Sendable, Equatable {
        let name: String
        let type: String
        let values: [String]
    }

    let id: String
    let name: String
    let bytes: Int
    let createdAt: Date
    let columns: [Column]
    let lines: Int
}
