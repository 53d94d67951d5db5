import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneModels

@Suite("a model folder is read without harm")
struct ModelFolderTests {
    @Test("links, pipes and links to the outside are named and not followed")
    func links() throws {
        let stage = try ModelStage.adapter()
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: stage.folder.path("tokenizer.json"), withDestinationPath: "/dev/zero")
        try manager.createSymbolicLink(atPath: stage.folder.path("loop"), withDestinationPath: ".")
        let isMade = unsafe mkfifo(stage.folder.path("config.json"), 0o644) == 0
        #expect(isMade)
        let defects = try stage.report().defects
        #expect(
            defects == [
                ModelDefect("config.json", .notAFile(.pipe)), ModelDefect("loop", .notAFile(.link)),
                ModelDefect("tokenizer.json", .notAFile(.link)),
            ])
    }

    @Test("a model in a folder of its own is found")
    func inside() throws {
        let stage = try ModelStage()
        try stage.write(ModelStage.adapterSettings, to: "out/job/adapter_config.json")
        try stage.write(ModelStage.adapterTensors(), to: "out/job/adapter_model.safetensors")
        let report = try stage.report()
        #expect(report.root == "out/job")
        #expect(report.defects.isEmpty, "\(report.defects)")
    }

    @Test(
        "pickles are known by what is in them, and by their names",
        arguments: [
            ("a.txt", [0x80, 4, 0x95, 0], FileSignature.pickle), ("a.bin", [0x80, 2, 0x63], .pickle),
            ("b.pt", [1, 2, 3], .pickleName), ("c.ckpt", [], .pickleName),
            ("d", Array("PK\u{3}\u{4}....archive/data.pkl".utf8), .zippedPickle),
            ("e.npy", [0x93] + Array("NUMPY\u{1}\u{0}v\u{0}{'descr': '|O', ".utf8), .objectArray),
        ] as [(String, [UInt8], FileSignature)])
    func pickles(_ name: String, _ bytes: [UInt8], _ sign: FileSignature) throws {
        let stage = try ModelStage.adapter()
        try stage.write(bytes, to: name)
        #expect(try stage.report().defects == [ModelDefect(name, .pickle(sign))])
    }

    @Test("a zip whose names stand far behind its front is looked at from its end as well")
    func farZip() throws {
        let stage = try ModelStage.adapter()
        let zip =
            Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 300_000) + Array("x/data.pkl".utf8)
        try stage.write(zip, to: "z")
        #expect(try stage.faults() == [.pickle(.zippedPickle)])
    }

    @Test("a safetensors file whose length looks like a pickle is none")
    func lookalike() throws {
        let stage = try ModelStage.adapter()
        for version in 2...5 {
            let entry = Safetensors.entry("a", "U8", [1], 0..<1)
            let length = version << 8 | 0x80
            let header = "{\(entry)}" + String(repeating: " ", count: length - entry.utf8.count - 2)
            try stage.write(Safetensors.file(header, [0]), to: "more.safetensors")
            #expect(try stage.faults().isEmpty)
        }
    }

    @Test(
        "programs and code are known by what is in them, and by their names",
        arguments: [
            ("a", [0x7F] + Array("ELF".utf8), FileSignature.elf), ("b.so.1", [], .executableName),
            ("c.dll", [1], .executableName), ("d", [0xCF, 0xFA, 0xED, 0xFE], .machO),
            ("e", Array("#!/bin/sh".utf8), .script),
            ("f", Array("MZ".utf8) + [UInt8](repeating: 0, count: 64), .windows),
        ] as [(String, [UInt8], FileSignature)])
    func programs(_ name: String, _ bytes: [UInt8], _ sign: FileSignature) throws {
        let stage = try ModelStage.adapter()
        try stage.write(bytes, to: name)
        #expect(try stage.report().defects == [ModelDefect(name, .executable(sign))])
    }

    @Test("code that settings have loaded is named, empty maps are not")
    func remoteCode() throws {
        let stage = try ModelStage.full()
        try stage.write(
            ModelStage.settings("llama", #","auto_map":{"AutoModel":"modeling_x.X"}"#), to: "config.json")
        try stage.write(#"{"auto_map":{},"chat_template":"{{ x }}"}"#, to: "tokenizer_config.json")
        try stage.write("print(1)", to: "modeling_x.py")
        let report = try stage.report()
        #expect(report.defects.map(\.fault) == [.python, .remoteCode(["modeling_x.X"])])
        #expect(report.hasChatTemplate)
    }

    @Test("hostile JSON is refused: deep, long, cut, repeated")
    func json() throws {
        let stage = try ModelStage.adapter()
        try stage.write(String(repeating: "[", count: 1_000_000), to: "tokenizer.json")
        #expect(try stage.faults() == [.json(.tooDeep(offset: 128))])
        try stage.write("{\"a\":1,\"a\":2}", to: "tokenizer_config.json")
        try stage.write("{}", to: "tokenizer.json")
        #expect(try stage.faults() == [.repeatedKey])
        try stage.write([UInt8](repeating: 0x20, count: 17 << 20), to: "tokenizer_config.json")
        #expect(try stage.faults() == [.tooLong(size: 17 << 20, limit: 16 << 20)])
    }

    @Test(
        "names with controls, marks of direction or no text are named",
        arguments: ["a\u{1}", "a\u{202E}b", "a\\b"])
    func names(_ name: String) throws {
        let stage = try ModelStage.adapter()
        try stage.write([UInt8](), to: name)
        #expect(try stage.report().defects == [ModelDefect(name, .awkwardName)])
    }

    @Test("more files than are looked at are said, and the rest is read")
    func many() throws {
        let stage = try ModelStage.adapter()
        for number in 0..<50 { try stage.write([UInt8](), to: "f\(number)") }
        #expect(try stage.faults { $0.entryLimit = 10 }.first == .tooManyEntries(limit: 10))
        #expect(try stage.faults { $0.entryLimit = 52 }.isEmpty)
    }

    @Test("what was scanned before is not read again")
    func surveys() throws {
        let stage = try ModelStage.adapter()
        let name = "adapter_model.safetensors"
        let survey = Safetensors.survey(try stage.folder.bytes(of: name))
        try stage.write([UInt8](), to: name)
        #expect(try stage.faults { $0.surveys = [name: survey] }.isEmpty)
        #expect(try stage.faults() == [.weights(.tooSmall(size: 0))])
    }

    @Test("headers alone are read when that is asked for")
    func headers() throws {
        let stage = try ModelStage.adapter()
        let tensors = ModelStage.adapterTensors()
        var file = ModelStage.file(tensors)
        file.replaceSubrange((file.count - 2)..., with: [0xC0, 0x7F])
        try stage.write(file, to: "adapter_model.safetensors")
        #expect(try stage.faults() == [.nonFinite(NonFiniteCount(nans: 1), of: 32)])
        let report = try stage.report { $0.looksAtWeights = false }
        #expect(report.defects.isEmpty)
        #expect(!report.hasSeenWeights)
    }

    @Test("a folder that is none, or is not there, is an error")
    func none() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ByteError.notFound(path: folder.path("x"))) {
            try ModelFolder(folder.path("x")).report()
        }
        #expect(try ModelFolder(folder.path).report().defects == [ModelDefect("", .noModel)])
    }

    @Test("random damage to any file never stops a verification")
    func damage() throws {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<150 {
            let stage = try Bool.random(using: &generator) ? ModelStage.adapter() : ModelStage.sharded()
            let name = try #require(try stage.folder.names.randomElement(using: &generator))
            var bytes = try stage.folder.bytes(of: name)
            InventedTensors.mutate(&bytes, &generator)
            try stage.write(bytes, to: name)
            _ = try stage.report()
        }
        print("seed \(seed)")
    }
}
