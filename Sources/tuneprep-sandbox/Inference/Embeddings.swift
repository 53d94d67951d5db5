/// Vectors for texts: random, of length one, the same for the same text.
struct Embeddings {
    private let model: String
    private let texts: [String]
    private let dimensions: Int

    init(_ body: JSON, model: String) throws(Refusal) {
        self.model = model
        let input = body["input"] ?? .null
        texts = input.string.map { [$0] } ?? input.array?.compactMap(\.string) ?? []
        guard !texts.isEmpty, input.string != nil || texts.count == input.array?.count else {
            throw Refusal(400, message: "input must be a string or a list of strings")
        }
        if let format = body["encoding_format"]?.string, format != "float" {
            throw Refusal(400, message: "encoding_format must be float")
        }
        dimensions =
            try body["dimensions"].map { (json) throws(Refusal) in
                try Field("dimensions", value: json).integer(1...4096)
            } ?? 16
    }

    var json: JSON {
        let tokens = texts.reduce(0) { $0 + Quote.tokens($1) }
        return [
            "object": "list", "model": .string(model),
            "data": .array(
                texts.enumerated().map { index, text in
                    [
                        "object": "embedding", "index": .integer(index),
                        "embedding": .array(vector(of: text).map(JSON.number)),
                    ]
                }),
            "usage": ["prompt_tokens": .integer(tokens), "total_tokens": .integer(tokens)],
        ]
    }

    private func vector(of text: String) -> [Double] {
        var numbers = SeededNumbers(text)
        let values = (0..<dimensions).map { _ in Double.random(in: -1...1, using: &numbers) }
        let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return values.map { $0 / length }
    }
}
