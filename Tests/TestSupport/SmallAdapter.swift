/// An adapter of one pair of matrices, packed.
public struct SmallAdapter {
    /// Its files, by name.
    public let files: [(name: String, bytes: [UInt8])]

    /// An adapter whose weights have about `bytes` bytes.
    public init(_ bytes: Int = 400_000, seed: UInt64 = 1) {
        let settings =
            #"{"peft_type":"LORA","r":2,"lora_alpha":4,"target_modules":["q_proj"],"base_model_name_or_path":"org/Base"}"#
        files = [
            ("README.md", Array("A model.\n".utf8)), ("adapter_config.json", Array(settings.utf8)),
            ("adapter_model.safetensors", Self.weights(bytes / 8, seed)),
        ]
    }

    private static func weights(_ width: Int, _ seed: UInt64) -> [UInt8] {
        let names = ["A", "B"].map { "base_model.model.layers.0.q_proj.lora_\($0).weight" }
        let half = 4 * width
        let header =
            #"{"\#(names[0])":{"dtype":"BF16","shape":[2,\#(width)],"data_offsets":[0,\#(half)]},"#
            + #""\#(names[1])":{"dtype":"BF16","shape":[\#(width),2],"data_offsets":[\#(half),\#(2 * half)]}}"#
        var generator = SeededGenerator(seed: seed)
        // The upper byte keeps the numbers finite.
        let numbers = generator.bytes(half).flatMap { [$0, 0x3C | $0 & 1] }
        let length = UInt64(header.utf8.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8) + numbers
    }

    /// The adapter as a tar.
    public var tar: Tar {
        var tar = Tar()
        for file in files { tar.add(file.name, file.bytes) }
        return tar
    }
}
