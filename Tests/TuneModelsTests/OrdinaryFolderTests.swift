import Foundation
import Testing
import TuneModels

/// What is found beside good models and must not make them bad.
@Suite("a good model passes with what ordinarily lies beside it")
struct OrdinaryFolderTests {
    private static let appleDouble: [UInt8] = [0, 5, 0x16, 7, 0, 2, 0, 0] + [UInt8](repeating: 0, count: 80)

    @Test("a NumPy file of numbers passes, whatever its numbers look like")
    func numbers() throws {
        let fixture = try ModelFixture.adapter()
        func write(_ type: String, version: UInt8 = 1) throws {
            let header = Array("{'descr': \(type), 'fortran_order': False, 'shape': (9,), }\n".utf8)
            let length = version == 1 ? [UInt8(header.count), 0] : [UInt8(header.count), 0, 0, 0]
            let magic = [0x93] + Array("NUMPY".utf8) + [version, 0]
            try fixture.write(magic + length + header + Array("|O 'O' 'O".utf8), to: "x.npy")
        }
        for type in ["'<f4'", "[('Output', '<f4')]", "[('a', '<i8', (2,))]"] {
            for version in [1, 2] as [UInt8] {
                try write(type, version: version)
                #expect(try fixture.kinds().isEmpty, "\(type)")
            }
        }
        for type in ["'|O'", "'O'", "[('a', '|O8')]", "\"object\"", "'f4,2O'", #"'\x4f'"#] {
            for version in [1, 2] as [UInt8] {
                try write(type, version: version)
                #expect(try fixture.kinds() == [.pickle(.objectArray)], "\(type)")
            }
        }
    }

    @Test("files of macOS are one warning, and the model is found beside them and loose files")
    func appleDoubles() throws {
        let fixture = try ModelFixture()
        for name in ["adapter_config.json", "adapter_model.safetensors"] {
            try fixture.write(Self.appleDouble, to: "model/._\(name)")
        }
        try fixture.write(Self.appleDouble, to: "__MACOSX/._config.json")
        try fixture.write("hello", to: "README.md")
        try fixture.write("{}", to: "other/notes.json")
        try fixture.write(ModelFixture.adapterSettings, to: "model/adapter_config.json")
        try fixture.write(ModelFixture.adapterTensors(), to: "model/adapter_model.safetensors")
        let report = try fixture.report()
        #expect(report.root == "model")
        #expect(report.defects == [ModelDefect(.appleDouble(files: 3), in: "__MACOSX/._config.json")])
    }

    @Test("of two models side by side none is chosen; a checkpoint inside the model is not chosen")
    func several() throws {
        let fixture = try ModelFixture()
        for folder in ["a", "b"] {
            try fixture.write(ModelFixture.adapterSettings, to: "\(folder)/adapter_config.json")
        }
        #expect(try fixture.report().kind == .neither)
        let nested = try ModelFixture()
        for folder in ["out", "out/checkpoint-1"] {
            try nested.write(ModelFixture.adapterSettings, to: "\(folder)/adapter_config.json")
        }
        #expect(try nested.report().root == "out")
    }

    @Test(
        "numbers that only Python knows are a warning, and the settings are read",
        arguments: ["NaN", "Infinity", "-Infinity"])
    func pythonNumbers(_ number: String) throws {
        let fixture = try ModelFixture.full()
        try fixture.write(
            ModelFixture.settings("llama", #","a":"NaN \"","b":[\#(number)]"#), to: "config.json")
        let report = try fixture.report()
        #expect(report.defects.map(\.kind) == [.pythonNumber(number)])
        #expect(report.configuration?.layers == 2)
        try fixture.write("{\"a\":\(number)", to: "config.json")
        #expect(try fixture.kinds().contains { if case .json = $0 { true } else { false } })
    }

    @Test(
        "weights of older quantizers are not compared",
        arguments: ["quant_config.json", "quantize_config.json"])
    func quantized(_ name: String) throws {
        let fixture = try ModelFixture.full()
        try fixture.write(
            [("model.layers.0.self_attn.q_proj.qweight", "I32", [1, 8])], to: "model.safetensors")
        #expect(try !fixture.kinds().isEmpty)
        try fixture.write("{}", to: name)
        #expect(try fixture.kinds().isEmpty)
    }

    @Test("what was compared with the job's record is said, and that nothing was")
    func job() throws {
        let job = JobRecord(rank: 4, alpha: 8, baseModel: "B")
        #expect(try ModelFixture.adapter().report { $0.job = job }.comparedWithJob == ["rank", "alpha"])
        #expect(try ModelFixture.adapter().report().comparedWithJob == nil)
        let full = try ModelFixture.full().report { $0.job = job }
        #expect(full.comparedWithJob == [])
        #expect(full.defects.map(\.kind) == [.jobNotCompared])
    }
}
