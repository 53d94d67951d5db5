/// What the name of an adapter's tensor says, by PEFT's rules.
struct LoraTensor {
    /// Which tensor of a module it is.
    enum Role: String {
        case a = "lora_A"
        case b = "lora_B"
        case embeddingA = "lora_embedding_A"
        case embeddingB = "lora_embedding_B"
        case magnitude = "lora_magnitude_vector"
    }

    /// The module's name in the base model.
    let module: String
    let role: Role

    static let prefix = "base_model.model."

    /// No module's name comes near this many bytes; what is longer is not taken apart.
    private static let longestName = 4096

    /// Takes a name apart: a module, the role, the adapter's name or none, `weight` or none; nil for one that is none of
    /// LoRA's.
    init?(_ name: String) {
        guard Self.isSensible(name) else { return nil }
        let parts = Self.withoutPrefix(name).split(separator: ".", omittingEmptySubsequences: false)
        guard let index = parts.lastIndex(where: { Role(rawValue: String($0)) != nil }), index > 0,
            let role = Role(rawValue: String(parts[index]))
        else { return nil }
        let rest = parts[(index + 1)...]
        let isVector = role != .a && role != .b
        guard rest.last == "weight" || isVector, rest.count <= 2, rest.dropLast().last != "weight" else {
            return nil
        }
        self.role = role
        module = parts[..<index].joined(separator: ".")
    }

    /// True for a name that could be a tensor's of a model.
    static func isSensible(_ name: String) -> Bool { name.utf8.count <= longestName }

    static func withoutPrefix(_ name: String) -> Substring {
        name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...]
    }
}
