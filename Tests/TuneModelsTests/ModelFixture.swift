import Foundation
import TestSupport
import TuneModels

/// A folder with a small model in it, to be changed and judged.
final class ModelFixture {
    let folder: TemporaryFolder
    /// The tensors of each safetensors file, as name, type and shape.
    typealias Tensors = [(String, String, [Int])]

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Writes text.
    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    /// Writes bytes; makes the folders of the name.
    func write(_ bytes: [UInt8], to name: String) throws {
        let parent = URL(filePath: folder.path(name)).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        try folder.write(bytes, to: name)
    }

    /// Writes a safetensors file of those tensors, full of zeros.
    func write(_ tensors: Tensors, to name: String) throws { try write(Self.file(tensors), to: name) }

    static func file(_ tensors: Tensors) -> [UInt8] {
        var entries: [String] = []
        var end = 0
        for (name, type, shape) in tensors {
            let start = end
            end += shape.reduce((TensorType(rawValue: type)?.bits ?? 8) / 8, *)
            entries.append(Safetensors.entry(name, type, shape, start..<end))
        }
        return Safetensors.file("{\(entries.joined(separator: ","))}", [UInt8](repeating: 0, count: end))
    }

    /// What is said of the folder.
    func report(_ change: (inout ModelReading) -> Void = { _ in }) throws -> ModelReport {
        var reading = ModelReading()
        change(&reading)
        return try ModelFolder(folder.path, reading: reading).report()
    }

    /// The kinds of the defects found.
    func kinds(_ change: (inout ModelReading) -> Void = { _ in }) throws -> [ModelDefect.Kind] {
        try report(change).defects.map(\.kind)
    }
}

extension ModelFixture {
    static let adapterSettings =
        #"{"peft_type":"LORA","r":4,"lora_alpha":8,"target_modules":["q_proj","v_proj"]}"#

    /// The pair of a module in a layer.
    static func pair(_ module: String, layer: Int = 0, rank: Int = 4, name: String = "") -> Tensors {
        let prefix = "base_model.model.model.layers.\(layer).self_attn.\(module)"
        return [
            ("\(prefix).lora_A\(name).weight", "BF16", [rank, 8]),
            ("\(prefix).lora_B\(name).weight", "BF16", [8, rank]),
        ]
    }

    /// A sound adapter of two modules in two layers.
    static func adapter() throws -> ModelFixture {
        let fixture = try ModelFixture()
        try fixture.write(adapterSettings, to: "adapter_config.json")
        try fixture.write(adapterTensors(), to: "adapter_model.safetensors")
        return fixture
    }

    static func adapterTensors(name: String = "") -> Tensors {
        (0..<2).flatMap { layer in
            pair("q_proj", layer: layer, name: name) + pair("v_proj", layer: layer, name: name)
        }
    }

    /// The settings of a model of that family.
    static func settings(_ family: String, _ more: String = "") -> String {
        #"{"model_type":"\#(family)","architectures":["XForCausalLM"],"hidden_size":8,"num_hidden_layers":2,"#
            + #""vocab_size":5,"intermediate_size":16,"num_attention_heads":4,"num_key_value_heads":2\#(more)}"#
    }

    /// The tensors that such settings ask for.
    static func tensors(bias: Bool = false) -> Tensors {
        var tensors: Tensors = [("model.embed_tokens.weight", "BF16", [5, 8])]
        for layer in 0..<2 {
            let prefix = "model.layers.\(layer)."
            for (name, rows) in [("q", 8), ("k", 4), ("v", 4)] {
                tensors.append(("\(prefix)self_attn.\(name)_proj.weight", "BF16", [rows, 8]))
                if bias { tensors.append(("\(prefix)self_attn.\(name)_proj.bias", "BF16", [rows])) }
            }
            tensors += [
                ("\(prefix)self_attn.o_proj.weight", "BF16", [8, 8]),
                ("\(prefix)mlp.gate_proj.weight", "BF16", [16, 8]),
                ("\(prefix)mlp.up_proj.weight", "BF16", [16, 8]),
                ("\(prefix)mlp.down_proj.weight", "BF16", [8, 16]),
                ("\(prefix)input_layernorm.weight", "BF16", [8]),
                ("\(prefix)post_attention_layernorm.weight", "BF16", [8]),
            ]
        }
        return tensors + [("model.norm.weight", "BF16", [8]), ("lm_head.weight", "BF16", [5, 8])]
    }

    /// A sound full model in one file.
    static func full(_ family: String = "llama") throws -> ModelFixture {
        let fixture = try ModelFixture()
        try fixture.write(settings(family), to: "config.json")
        try fixture.write("{}", to: "tokenizer.json")
        try fixture.write(tensors(bias: family == "qwen2"), to: "model.safetensors")
        return fixture
    }

    static let shards = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"]

    /// A sound full model in two files; `map` and `total` replace what the index says.
    static func sharded(
        map change: (inout [String: String]) -> Void = { _ in }, total: Int? = nil
    ) throws -> ModelFixture {
        let fixture = try ModelFixture()
        try fixture.write(settings("llama"), to: "config.json")
        try fixture.write("{}", to: "tokenizer.json")
        let all = tensors()
        let parts = [Array(all[..<9]), Array(all[9...])]
        var map: [String: String] = [:]
        for (name, part) in zip(shards, parts) {
            try fixture.write(part, to: name)
            for tensor in part { map[tensor.0] = name }
        }
        change(&map)
        let bytes = all.reduce(0) { $0 + $1.2.reduce(2, *) }
        let entries = map.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
        try fixture.write(
            #"{"metadata":{"total_size":\#(total ?? bytes)},"weight_map":{\#(entries.joined(separator: ","))}}"#,
            to: "model.safetensors.index.json")
        return fixture
    }
}
