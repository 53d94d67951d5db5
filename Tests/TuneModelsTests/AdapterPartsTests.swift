import Testing
import TuneModels

/// What PEFT writes beside plain pairs, whole and broken.
@Suite("an adapter has all that its settings have trained")
struct AdapterPartsTests {
    private typealias Tensors = ModelFixture.Tensors
    private static let pair = ModelFixture.pair("q_proj")
    private static let head: Tensors = [("base_model.model.lm_head.weight", "F32", [5, 8])]
    private static let module = "base_model.model.model.layers.0.self_attn.q_proj"

    private func kinds(_ tensors: ModelFixture.Tensors, _ more: String) throws -> [ModelDefect.Kind] {
        let fixture = try ModelFixture()
        try fixture.write(#"{"peft_type":"LORA","r":4,"lora_alpha":8,\#(more)}"#, to: "adapter_config.json")
        try fixture.write(tensors, to: "adapter_model.safetensors")
        return try fixture.kinds()
    }

    @Test("an adapter without matrices changes nothing, whatever else it has")
    func empty() throws {
        let all = #""target_modules":"all-linear","modules_to_save":["lm_head"]"#
        #expect(try kinds([], #""target_modules":"all-linear""#) == [.noLora])
        #expect(try kinds(Self.head, all) == [.noLora])
        #expect(try kinds(Self.pair + Self.head, all).isEmpty)
    }

    @Test("what was to be saved whole is there; of a classifier's two names one is enough")
    func wholeModules() throws {
        func found(_ names: String, _ more: ModelFixture.Tensors) throws -> [ModelDefect.Kind] {
            try kinds(Self.pair + more, #""target_modules":["q_proj"],"modules_to_save":\#(names)"#)
        }
        #expect(try found(#"["lm_head"]"#, []) == [.untrainedTarget("lm_head")])
        #expect(try found(#"["lm_head"]"#, Self.head).isEmpty)
        let score: ModelFixture.Tensors = [("base_model.model.score.weight", "F32", [2, 8])]
        #expect(try found(#"["classifier","score"]"#, score).isEmpty)
        #expect(try found(#"["classifier","score"]"#, []).count == 2)
    }

    @Test("with DoRA every pair has its vector, and no vector is alone")
    func magnitudes() throws {
        let targets = #""target_modules":["q_proj"],"use_dora":true"#
        let vector: ModelFixture.Tensors = [("\(Self.module).lora_magnitude_vector", "BF16", [8])]
        #expect(try kinds(Self.pair + vector, targets).isEmpty)
        let name = "model.layers.0.self_attn.q_proj"
        #expect(
            try kinds(Self.pair, targets) == [
                .missingHalf(module: name, has: "lora_A", lacks: "lora_magnitude_vector")
            ])
        #expect(
            try kinds(vector, targets) == [
                .missingHalf(module: name, has: "lora_magnitude_vector", lacks: "lora_A")
            ])
    }

    @Test("the two of a pair have one rank, also where several are allowed")
    func ranks() throws {
        var tensors = Self.pair
        tensors[1].2 = [8, 6]
        let found = try kinds(tensors, #""target_modules":["q_proj"],"rank_pattern":{"x.*":6}"#)
        #expect(found == [.ranksDiffer(module: "model.layers.0.self_attn.q_proj", a: 4, b: 6)])
    }

    @Test("of several patterns that match, any may have given the rank")
    func rankPatterns() throws {
        let patterns =
            #""target_modules":["q_proj"],"rank_pattern":{"layers.0.self_attn.q_proj":16,"q_proj":8}"#
        #expect(try kinds(ModelFixture.pair("q_proj", rank: 16), patterns).isEmpty)
        #expect(try kinds(ModelFixture.pair("q_proj", rank: 8), patterns).isEmpty)
        #expect(try kinds(ModelFixture.pair("q_proj", rank: 4), patterns).count == 2)
    }

    @Test("a tensor without elements is named")
    func zero() throws {
        var tensors = Self.pair
        tensors[0].2 = [4, 0]
        #expect(try kinds(tensors, #""target_modules":["q_proj"]"#) == [.emptyTensor(shape: [4, 0])])
        let fixture = try ModelFixture.full("other")
        try fixture.write([("a", "F16", [0])], to: "model.safetensors")
        #expect(try fixture.kinds() == [.emptyTensor(shape: [0])])
    }

    @Test("parameters of experts are trained without being targets, and share the rank")
    func parameters() throws {
        let experts = "base_model.model.model.layers.0.mlp.experts"
        let wide: ModelFixture.Tensors = ["", ".base_layer"].flatMap {
            [
                ("\(experts)\($0).lora_A.weight", "F32", [32, 8]),
                ("\(experts)\($0).lora_B.weight", "F32", [8, 32]),
            ]
        }
        let settings = #""target_parameters":["mlp.experts.gate_up_proj","mlp.experts.down_proj"]"#
        #expect(try kinds(wide, #""target_modules":[],\#(settings)"#).isEmpty)
        let pair = Self.pair.map { ($0.0, "F32", $0.2) }
        #expect(try kinds(pair + wide, #""target_modules":["q_proj"],\#(settings)"#).isEmpty)
        #expect(try kinds(pair + wide, #""target_modules":"all-linear",\#(settings)"#).isEmpty)
        #expect(try kinds(pair + wide, #""target_modules":["q_proj"]"#).count == 4)
    }

    @Test("a bias of the second matrix is there when it was trained")
    func loraBias() throws {
        let bias: ModelFixture.Tensors = [("\(Self.module).lora_B.bias", "BF16", [8])]
        #expect(try kinds(Self.pair + bias, #""target_modules":["q_proj"],"lora_bias":true"#).isEmpty)
        #expect(try kinds(Self.pair + bias, #""target_modules":["q_proj"]"#) == [.unknownTensor])
    }

    @Test("what is saved whole may have another type than the matrices")
    func types() throws {
        #expect(
            try kinds(Self.pair + Self.head, #""target_modules":["q_proj"],"modules_to_save":["lm_head"]"#)
                .isEmpty)
    }
}
