import Foundation

/// Who the sandbox is, made when its folder is.
struct Identity: Codable, Sendable {
    struct BaseModel: Codable, Sendable {
        let id: String
        let name: String
        let organization: String
    }

    let organizationID: String
    let workspaceID: String
    let baseModels: [BaseModel]
    /// What signs URLs.
    let signingKey: Data
    /// Dollars that jobs have cost.
    var spent = 0.0

    /// A new identity, with new ids.
    init(_ identifiers: inout IdentifierSource) {
        organizationID = identifiers.next()
        workspaceID = identifiers.next()
        baseModels = Identity.models.map {
            BaseModel(id: identifiers.next(), name: $0.name, organization: $0.organization)
        }
        signingKey = Data((0..<32).map { _ in UInt8.random(in: 0...255) })
    }

    private static let models: [(organization: String, name: String)] = [
        ("Meta", "Meta-Llama-3-8B"), ("Meta", "Meta-Llama-3-8B-Instruct"),
        ("Meta", "Meta-Llama-3.1-8B"), ("Meta", "Meta-Llama-3.1-8B-Instruct"),
        ("Mistral AI", "Mistral-7B-Instruct-v0.1"), ("Mistral AI", "Mistral-7B-Instruct-v0.2"),
        ("Deepseek", "DeepSeek-R1-Distill-Qwen-1.5B"), ("Deepseek", "DeepSeek-R1-Distill-Qwen-14B"),
        ("Qwen", "Qwen2-1.5B-Instruct"), ("Qwen", "Qwen2.5-14B-Instruct"),
    ]
}
