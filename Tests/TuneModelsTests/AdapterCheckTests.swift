import Testing
import TuneBytes
import TuneModels

@Suite("an adapter is complete and fits its settings")
struct AdapterCheckTests {
    private func kinds(
        _ tensors: ModelFixture.Tensors, settings: String = ModelFixture.adapterSettings,
        job: JobRecord? = nil
    ) throws -> [ModelDefect.Kind] {
        let fixture = try ModelFixture()
        try fixture.write(settings, to: "adapter_config.json")
        try fixture.write(tensors, to: "adapter_model.safetensors")
        return try fixture.kinds { $0.job = job }
    }

    private static func settings(_ more: String) -> String {
        #"{"peft_type":"LORA","r":4,"lora_alpha":8,\#(more)}"#
    }

    @Test(
        "a complete adapter has nothing wrong, with and without the adapter's name",
        arguments: ["", ".default"])
    func sound(_ name: String) throws {
        #expect(try kinds(ModelFixture.adapterTensors(name: name)).isEmpty)
        let report = try ModelFixture.adapter().report()
        #expect(report.kind == .adapter)
        #expect((report.tensors, report.parameters) == (8, 256))
        #expect(report.adapter?.rank == 4)
    }

    @Test("each of a pair has the other")
    func halves() throws {
        for place in 0..<8 {
            var tensors = ModelFixture.adapterTensors()
            tensors.remove(at: place)
            let found = try kinds(tensors)
            #expect(found.count == 1)
            guard case .missingHalf(_, let has, let lacks) = found.first else {
                Issue.record("\(found)")
                return
            }
            #expect((has, lacks) == (place.isMultiple(of: 2) ? ("lora_B", "lora_A") : ("lora_A", "lora_B")))
        }
    }

    @Test("the rank is the one of the settings, or the module's own")
    func ranks() throws {
        let tensors =
            ModelFixture.pair("q_proj", rank: 2) + ModelFixture.pair("v_proj")
        #expect(
            try kinds(tensors) == [.wrongRank(found: 2, wanted: 4), .wrongRank(found: 2, wanted: 4)])
        let targets = #""target_modules":["q_proj","v_proj"]"#
        #expect(
            try kinds(tensors, settings: Self.settings(targets + #","rank_pattern":{"q_proj":2}"#)).isEmpty)
        #expect(
            try kinds(tensors, settings: Self.settings(targets + #","rank_pattern":{"(q|x)_proj":2}"#))
                .isEmpty)
        #expect(
            try kinds(tensors, settings: Self.settings(targets + #","rank_pattern":{"q_proj":3}"#)) == [
                .wrongRank(found: 2, wanted: 3), .wrongRank(found: 2, wanted: 3),
            ])
        var uneven = ModelFixture.adapterTensors()
        uneven[1].2 = [8, 3]
        #expect(
            try kinds(uneven) == [
                .wrongRank(found: 3, wanted: 4),
                .ranksDiffer(module: "model.layers.0.self_attn.q_proj", a: 4, b: 3),
            ])
    }

    @Test("every target has matrices in every layer")
    func targets() throws {
        let one = ModelFixture.pair("q_proj") + ModelFixture.pair("q_proj", layer: 1)
        #expect(try kinds(one) == [.absentTarget("v_proj")])
        let other = ModelFixture.pair("k_proj")
        #expect(
            try kinds(other).filter { $0 != .unknownTensor } == [
                .untrainedTarget("q_proj"), .untrainedTarget("v_proj"),
            ])
        let gap = one + ModelFixture.pair("v_proj", layer: 1)
        #expect(try kinds(gap) == [.missingLayers(module: "model.layers.*.self_attn.v_proj", layers: [0])])
        let chosen = Self.settings(#""target_modules":["q_proj","v_proj"],"layers_to_transform":[1]"#)
        #expect(try kinds(gap, settings: chosen).isEmpty)
    }

    @Test("targets that are a regular expression or a word are not run, and nothing is said against them")
    func patterns() throws {
        for word in ["all-linear", ".*(a|aa)+$"] {
            let settings = Self.settings("\"target_modules\":\"\(word)\"")
            #expect(try kinds(ModelFixture.adapterTensors(), settings: settings).isEmpty)
        }
    }

    @Test("tensors beside the pairs have to be allowed")
    func beside() throws {
        let pairs = ModelFixture.adapterTensors()
        let prefix = "base_model.model."
        #expect(try kinds(pairs + ModelFixture.pair("k_proj")) == [.unknownTensor, .unknownTensor])
        #expect(try kinds(pairs + [(prefix + "score.weight", "BF16", [2])]) == [.unknownTensor])
        let saved = Self.settings(
            #""target_modules":["q_proj","v_proj"],"modules_to_save":["score"],"bias":"all""#)
        let more: ModelFixture.Tensors = [
            (prefix + "score.weight", "BF16", [2]), (prefix + "model.layers.0.mlp.up_proj.bias", "BF16", [2]),
            (prefix + "lm_head.weight", "BF16", [2]),
        ]
        #expect(try kinds(pairs + more, settings: saved).isEmpty)
        let magnitude = prefix + "model.layers.0.self_attn.q_proj.lora_magnitude_vector"
        #expect(try kinds(pairs + [(magnitude, "BF16", [8])]).isEmpty)
    }

    @Test("a name that is no module's, however long, is not taken apart")
    func longName() throws {
        let name = String(repeating: ".", count: 1_000_000) + "lora_A.weight"
        #expect(
            try kinds(ModelFixture.adapterTensors() + [(name, "BF16", [4, 0])]) == [
                .emptyTensor(shape: [4, 0]), .unknownTensor,
            ])
    }

    @Test("one type of numbers")
    func types() throws {
        var tensors = ModelFixture.adapterTensors()
        tensors[0].1 = "F32"
        #expect(try kinds(tensors) == [.mixedTypes([.f32: 1, .bf16: 7])])
    }

    @Test("settings that make no sense are named")
    func settings() throws {
        let zero = #"{"r":0,"target_modules":["q_proj","v_proj"]}"#
        #expect(try kinds(ModelFixture.adapterTensors(), settings: zero) == [.setting(.number("0"))])
        let none = #"{"target_modules":["q_proj","v_proj"]}"#
        #expect(try kinds(ModelFixture.adapterTensors(), settings: none) == [.missingSetting])
        let other = #"{"peft_type":"IA3","target_modules":["q_proj","v_proj"]}"#
        #expect(try kinds([("x", "F16", [1])], settings: other) == [.otherAdapter("IA3")])
        let number = Self.settings(#""target_modules":7"#)
        #expect(try kinds(ModelFixture.adapterTensors(), settings: number) == [.setting(.number("7"))])
    }

    @Test("an adapter is what the job's record says")
    func job() throws {
        let tensors = ModelFixture.adapterTensors()
        func kinds(_ job: JobRecord) throws -> [ModelDefect.Kind] { try self.kinds(tensors, job: job) }
        #expect(try kinds(JobRecord(rank: 4, alpha: 8, modules: ["v_proj", "q_proj"])).isEmpty)
        #expect(try kinds(JobRecord(rank: 8)) == [.jobDisagrees(job: "8", model: "4")])
        #expect(try kinds(JobRecord(alpha: 16)) == [.jobDisagrees(job: "16", model: "8")])
        #expect(
            try kinds(JobRecord(modules: [])) == [
                .jobDisagrees(
                    job: JobRecord.allLinear.sorted().joined(separator: ", "), model: "q_proj, v_proj")
            ])
    }

    @Test("a job's JSON is read flat, nested, or as jobs show prints it, its numbers also as text")
    func jobRecord() throws {
        func record(_ text: String) throws -> JobRecord? {
            JobRecord(try JSON(Array(text.utf8).span))
        }
        let expected = JobRecord(rank: 8, alpha: 16, modules: [], baseModel: "B")
        let lora = #""hyperparameters":{"lora":{"r":"8","alpha":16.0,"trainable_modules":[]}}"#
        #expect(try record(#"{"base_model":"B",\#(lora)}"#) == expected)
        #expect(try record(#"{"dry_run":false,"job":{"base_model":"B",\#(lora)}}"#) == expected)
        let printed = #"{"base_model":"B","service":{"base_model":"B",\#(lora)}}"#
        #expect(try record(printed) == expected)
        #expect(try record(#"{"schema":"tuneprep.jobs/1","jobs":[\#(printed)]}"#) == expected)
        #expect(try record(#"{"jobs":[{"service":{"job":{"base_model":"B",\#(lora)}}}]}"#) == expected)
        #expect(try record(#"{"jobs":[\#(printed),\#(printed)]}"#) == nil)
        #expect(try record(#"{"job":null}"#) == nil)
        #expect(try record("[]") == nil)
    }

    @Test("a base model's maker and the word Meta do not make another model of it")
    func baseModel() throws {
        func kinds(_ name: String) throws -> [ModelDefect.Kind] {
            try self.kinds(
                ModelFixture.adapterTensors(),
                settings: Self.settings(
                    #""target_modules":["q_proj","v_proj"],"base_model_name_or_path":"\#(name)""#),
                job: JobRecord(baseModel: "Meta-Llama-3.1-8B-Instruct"))
        }
        #expect(try kinds("meta-llama/Llama-3.1-8B-Instruct").isEmpty)
        #expect(try kinds("meta-llama/Meta-Llama-3.1-8B-Instruct").isEmpty)
        let other = "meta-llama/Llama-3.1-8B"
        #expect(try kinds(other) == [.otherBaseModel(job: "Meta-Llama-3.1-8B-Instruct", model: other)])
    }
}
