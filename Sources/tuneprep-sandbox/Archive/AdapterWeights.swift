/// The matrices of an adapter for a very small Llama: right in shape, random in value.
struct AdapterWeights {
    private static let hidden = 64
    private static let keys = 16
    private static let inner = 128

    let hyperparameters: Hyperparameters
    let layers: Int
    let seed: String

    var safetensors: Safetensors {
        var numbers = SeededNumbers(seed)
        var file = Safetensors()
        let rank = hyperparameters.lora.r
        for layer in 0..<layers {
            for module in hyperparameters.trainedModules.sorted() {
                let (rows, columns) = AdapterWeights.shape(of: module)
                let name = AdapterWeights.name(of: module, layer: layer)
                file.add("\(name).lora_A.weight", shape: [rank, columns], random: &numbers)
                file.add("\(name).lora_B.weight", shape: [rows, rank], random: &numbers)
            }
        }
        return file
    }

    private static func name(of module: String, layer: Int) -> String {
        let part = ["gate_proj", "up_proj", "down_proj"].contains(module) ? "mlp" : "self_attn"
        return "base_model.model.model.layers.\(layer).\(part).\(module)"
    }

    /// Rows (out) and columns (in) of the matrix that a module adapts.
    private static func shape(of module: String) -> (rows: Int, columns: Int) {
        switch module {
        case "k_proj", "v_proj": (keys, hidden)
        case "gate_proj", "up_proj": (inner, hidden)
        case "down_proj": (hidden, inner)
        default: (hidden, hidden)
        }
    }
}
