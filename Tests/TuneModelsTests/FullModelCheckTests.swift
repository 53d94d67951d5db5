import Testing
import TuneModels

@Suite("a full model is complete and fits its settings")
struct FullModelCheckTests {
    @Test(
        "the families known have nothing wrong when they are complete",
        arguments: ["llama", "mistral", "qwen2"])
    func sound(_ family: String) throws {
        let report = try ModelFixture.full(family).report()
        #expect(report.defects.isEmpty, "\(report.defects)")
        #expect(report.kind == .full)
        #expect(report.hasTokenizer)
        #expect(report.types.map(\.type) == [.bf16])
        #expect(report.tensors == (family == "qwen2" ? 27 : 21))
        #expect(report.configuration?.layers == 2)
    }

    @Test("every tensor of the settings has to be there")
    func missing() throws {
        let all = ModelFixture.tensors()
        for place in all.indices {
            let fixture = try ModelFixture.full()
            var tensors = all
            let gone = tensors.remove(at: place)
            try fixture.write(tensors, to: "model.safetensors")
            let defects = try fixture.report().defects
            #expect(defects.map(\.kind) == [.missingTensor(shape: gone.2)])
            #expect(defects.first?.part == .tensor(gone.0))
        }
    }

    @Test("every tensor has the shape of the settings")
    func shapes() throws {
        let all = ModelFixture.tensors()
        for place in all.indices {
            let fixture = try ModelFixture.full()
            var tensors = all
            tensors[place].2[0] += 1
            try fixture.write(tensors, to: "model.safetensors")
            #expect(try fixture.kinds() == [.wrongShape(found: tensors[place].2, wanted: all[place].2)])
        }
    }

    @Test("the output may be missing when it shares the embeddings, and only then")
    func tied() throws {
        let fixture = try ModelFixture.full()
        try fixture.write(ModelFixture.tensors().dropLast(), to: "model.safetensors")
        #expect(try fixture.kinds() == [.missingTensor(shape: [5, 8])])
        try fixture.write(ModelFixture.settings("llama", #","tie_word_embeddings":true"#), to: "config.json")
        #expect(try fixture.kinds().isEmpty)
    }

    @Test("a size of heads of its own is used")
    func headSize() throws {
        let fixture = try ModelFixture.full()
        try fixture.write(ModelFixture.settings("mistral", #","head_dim":3"#), to: "config.json")
        let kinds = try fixture.kinds()
        #expect(kinds.contains(.wrongShape(found: [8, 8], wanted: [12, 8])))
        #expect(kinds.contains(.wrongShape(found: [4, 8], wanted: [6, 8])))
        #expect(kinds.contains(.wrongShape(found: [8, 8], wanted: [8, 12])))
    }

    @Test("a tensor that belongs to nothing is named; biases and old frequencies are not")
    func unknown() throws {
        let fixture = try ModelFixture.full()
        let more: ModelFixture.Tensors = [
            ("model.layers.0.self_attn.o_proj.bias", "BF16", [8]),
            ("model.layers.0.self_attn.rotary_emb.inv_freq", "F32", [1]), ("model.extra", "U8", [1]),
        ]
        try fixture.write(ModelFixture.tensors() + more, to: "model.safetensors")
        let defects = try fixture.report().defects
        #expect(defects.map(\.kind) == [.unknownTensor])
        #expect(defects.first?.part == .tensor("model.extra"))
    }

    @Test("shapes of quantized models and of other families are not judged")
    func others() throws {
        let fixture = try ModelFixture.full()
        try fixture.write(ModelFixture.settings("llama", #","quantization_config":{}"#), to: "config.json")
        try fixture.write([("a", "U8", [3])], to: "model.safetensors")
        #expect(try fixture.kinds().isEmpty)
        try fixture.write(ModelFixture.settings("gemma"), to: "config.json")
        #expect(try fixture.kinds().isEmpty)
    }

    @Test(
        "settings that make no sense are named, and nothing is computed with them",
        arguments: [
            ("hidden_size", "0"), ("num_hidden_layers", "1000000000000"), ("vocab_size", "\"5\""),
            ("intermediate_size", "-1"), ("num_attention_heads", "1e30"), ("head_dim", "9223372036854775807"),
        ])
    func senseless(_ key: String, _ value: String) throws {
        let fixture = try ModelFixture.full()
        try fixture.write(ModelFixture.settings("llama", ",\"\(key)\":\(value)"), to: "config.json")
        let defects = try fixture.report().defects
        #expect(defects.contains { $0.part == .setting(key) && $0.kind != .repeatedKey }, "\(defects)")
    }

    @Test("settings that are missing are named")
    func missingSettings() throws {
        let fixture = try ModelFixture.full()
        try fixture.write(#"{"model_type":"llama","hidden_size":8,"num_hidden_layers":2}"#, to: "config.json")
        let parts = try fixture.report().defects.filter { $0.kind == .missingSetting }.map(\.part)
        #expect(
            parts == [.setting("vocab_size"), .setting("intermediate_size"), .setting("num_attention_heads")])
    }

    @Test("without a tokenizer, settings or weights it says so")
    func parts() throws {
        let fixture = try ModelFixture()
        try fixture.write(ModelFixture.settings("llama"), to: "config.json")
        #expect(try fixture.kinds() == [.noWeights, .noTokenizer])
        try fixture.write("", to: "tokenizer.model")
        try fixture.write(ModelFixture.tensors(), to: "model.safetensors")
        #expect(try fixture.kinds().isEmpty)
        let bare = try ModelFixture()
        try bare.write(ModelFixture.tensors(), to: "model.safetensors")
        #expect(try bare.kinds() == [.noTokenizer, .noConfiguration])
    }
}
