/// Models that answer, with the prices of a catalogue of 2026-09-14: to show the shape, not to be relied on.
struct Catalogue: Sendable {
    let id: String
    let context: Int
    let input: Double
    let output: Double

    static let models = [
        Catalogue(id: "meta-llama/Llama-3.1-8B-Instruct", context: 131_072, input: 0.06, output: 0.06),
        Catalogue(id: "Qwen/Qwen3-8B", context: 40_960, input: 0.07, output: 0.18),
        Catalogue(id: "openai/gpt-oss-20b", context: 131_072, input: 0.05, output: 0.2),
        Catalogue(id: "Qwen/Qwen3-Embedding-8B", context: 32_768, input: 0.04, output: 0),
        Catalogue(id: "black-forest-labs/FLUX.1-schnell", context: 256, input: 0, output: 0.0013),
    ]

    var json: JSON {
        [
            "id": .string(id), "object": "model", "owned_by": .string(String(id.prefix { $0 != "/" })),
            "context_length": .integer(context),
            "pricing": ["input": .number(input), "output": .number(output)],
        ]
    }

    /// Refuses a model there is not; names are case-sensitive.
    static func check(_ body: JSON) throws(Refusal) -> String {
        guard let name = body["model"]?.string else { throw Refusal(400, message: "model must be a string") }
        guard models.contains(where: { $0.id == name }) else {
            throw Refusal(404, message: "the model \(name) does not exist or is not available")
        }
        return name
    }
}
