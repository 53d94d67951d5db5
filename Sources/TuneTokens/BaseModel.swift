/// A model that a fine-tuning service offers as a starting point.
public struct BaseModel: Hashable, Sendable {
    /// The model's name, without its organization.
    public let name: String
    /// Who published the model, as the service writes it.
    public let organization: String
    /// The model's repository on the Hugging Face hub.
    public let repository: String
    /// How the model splits text into tokens.
    public let family: ModelFamily
    /// What the model puts around the messages of a conversation.
    public let template: ChatTemplate
    /// The most tokens one training example may have.
    public let contextLength: Int
    /// Where this was read.
    public let source: String
    /// The day it was read, as year-month-day.
    public let date: String

    /// The base models Nscale offers for fine-tuning, in the order of its guide.
    public static let all: [BaseModel] = [
        nscale("Meta-Llama-3-8B", by: "Meta", family: .llama3, template: .llama3),
        nscale("Meta-Llama-3-8B-Instruct", by: "Meta", family: .llama3, template: .llama3),
        nscale("Meta-Llama-3.1-8B", by: "Meta", family: .llama3, template: .llama31),
        nscale("Meta-Llama-3.1-8B-Instruct", by: "Meta", family: .llama3, template: .llama31),
        nscale("Mistral-7B-Instruct-v0.1", by: "Mistral AI", family: .mistral, template: .mistral1),
        nscale("Mistral-7B-Instruct-v0.2", by: "Mistral AI", family: .mistral, template: .mistral2),
        nscale("DeepSeek-R1-Distill-Qwen-1.5B", by: "Deepseek", family: .qwen2, template: .deepSeekR1),
        nscale("DeepSeek-R1-Distill-Qwen-14B", by: "Deepseek", family: .qwen2, template: .deepSeekR1),
        nscale("Qwen2-1.5B-Instruct", by: "Qwen", family: .qwen2, template: .qwen2),
        nscale("Qwen2.5-14B-Instruct", by: "Qwen", family: .qwen2, template: .qwen25),
    ]

    /// The model of that name, with or without its organization in front (`meta-llama/Meta-Llama-3-8B`), in
    /// any case.
    public static func named(_ name: String) -> BaseModel? {
        let wanted = name.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0).lowercased() }
        return all.first { $0.name.lowercased() == wanted }
    }

    /// The owners of repositories whose name there is another.
    private static let owners = ["Meta": "meta-llama", "Mistral AI": "mistralai", "Deepseek": "deepseek-ai"]

    private static func nscale(
        _ name: String, by organization: String, family: ModelFamily, template: ChatTemplate
    ) -> BaseModel {
        BaseModel(
            name: name, organization: organization,
            repository: "\(owners[organization] ?? organization)/\(name)",
            family: family, template: template, contextLength: 8192,
            source: "docs.nscale.com/docs/ai-services/fine-tuning", date: "2026-11-21")
    }
}
