import Foundation
import TestSupport
import Testing
import TuneBytes
import TuneModels

@Suite("a model folder is read without harm")
struct ModelFolderTests {
    @Test("links, pipes and links to the outside are named and not followed")
    func links() throws {
        let fixture = try ModelFixture.adapter()
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: fixture.folder.path("tokenizer.json"), withDestinationPath: "/dev/zero")
        try manager.createSymbolicLink(atPath: fixture.folder.path("loop"), withDestinationPath: ".")
        let isMade = unsafe mkfifo(fixture.folder.path("config.json"), 0o644) == 0
        #expect(isMade)
        let defects = try fixture.report().defects
        #expect(
            defects == [
                ModelDefect(.notAFile(.pipe), in: "config.json"), ModelDefect(.notAFile(.link), in: "loop"),
                ModelDefect(.notAFile(.link), in: "tokenizer.json"),
            ])
    }

    @Test("a model in a folder of its own is found")
    func inside() throws {
        let fixture = try ModelFixture()
        try fixture.write(ModelFixture.adapterSettings, to: "out/job/adapter_config.json")
        try fixture.write(ModelFixture.adapterTensors(), to: "out/job/adapter_model.safetensors")
        let report = try fixture.report()
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
        let fixture = try ModelFixture.adapter()
        try fixture.write(bytes, to: name)
        #expect(try fixture.report().defects == [ModelDefect(.pickle(sign), in: name)])
    }

    @Test("a zip whose names stand far behind its front is looked at from its end as well")
    func farZip() throws {
        let fixture = try ModelFixture.adapter()
        let zip =
            Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 300_000) + Array("x/data.pkl".utf8)
        try fixture.write(zip, to: "z")
        #expect(try fixture.kinds() == [.pickle(.zippedPickle)])
    }

    @Test("a safetensors file whose length looks like a pickle is none")
    func lookalike() throws {
        let fixture = try ModelFixture.adapter()
        for version in 2...5 {
            let entry = Safetensors.entry("a", "U8", [1], 0..<1)
            let length = version << 8 | 0x80
            let header = "{\(entry)}" + String(repeating: " ", count: length - entry.utf8.count - 2)
            try fixture.write(Safetensors.file(header, [0]), to: "more.safetensors")
            #expect(try fixture.kinds().isEmpty)
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
        let fixture = try ModelFixture.adapter()
        try fixture.write(bytes, to: name)
        #expect(try fixture.report().defects == [ModelDefect(.executable(sign), in: name)])
    }

    @Test("code that settings have loaded is named, empty maps are not")
    func remoteCode() throws {
        let fixture = try ModelFixture.full()
        try fixture.write(
            ModelFixture.settings("llama", #","auto_map":{"AutoModel":"modeling_x.X"}"#), to: "config.json")
        try fixture.write(#"{"auto_map":{},"chat_template":"{{ x }}"}"#, to: "tokenizer_config.json")
        try fixture.write("print(1)", to: "modeling_x.py")
        let report = try fixture.report()
        #expect(report.defects.map(\.kind) == [.python, .remoteCode(["modeling_x.X"])])
        #expect(report.hasChatTemplate)
    }

    @Test("hostile JSON is refused: deep, long, cut, repeated")
    func json() throws {
        let fixture = try ModelFixture.adapter()
        try fixture.write(String(repeating: "[", count: 1_000_000), to: "tokenizer.json")
        #expect(try fixture.kinds() == [.json(.tooDeep(offset: 128))])
        try fixture.write("{\"a\":1,\"a\":2}", to: "tokenizer_config.json")
        try fixture.write("{}", to: "tokenizer.json")
        #expect(try fixture.kinds() == [.repeatedKey])
        try fixture.write([UInt8](repeating: 0x20, count: 17 << 20), to: "tokenizer_config.json")
        #expect(try fixture.kinds() == [.tooLong(size: 17 << 20, limit: 16 << 20)])
    }

    @Test(
        "names with controls, marks of direction or no text are named",
        arguments: ["a\u{1}", "a\u{202E}b", "a\\b"])
    func names(_ name: String) throws {
        let fixture = try ModelFixture.adapter()
        try fixture.write([UInt8](), to: name)
        #expect(try fixture.report().defects == [ModelDefect(.awkwardName, in: name)])
    }

    @Test("more files than are looked at are said, and the rest is read")
    func many() throws {
        let fixture = try ModelFixture.adapter()
        for number in 0..<50 { try fixture.write([UInt8](), to: "f\(number)") }
        #expect(try fixture.kinds { $0.entryLimit = 10 }.first == .tooManyEntries(limit: 10))
        #expect(try fixture.kinds { $0.entryLimit = 52 }.isEmpty)
    }

    @Test("what was scanned before is not read again")
    func surveys() throws {
        let fixture = try ModelFixture.adapter()
        let name = "adapter_model.safetensors"
        let survey = Safetensors.survey(try fixture.folder.bytes(of: name))
        try fixture.write([UInt8](), to: name)
        #expect(try fixture.kinds { $0.surveys = [name: survey] }.isEmpty)
        #expect(try fixture.kinds() == [.weights(.tooSmall(size: 0))])
    }

    @Test("headers alone are read when that is asked for")
    func headers() throws {
        let fixture = try ModelFixture.adapter()
        let tensors = ModelFixture.adapterTensors()
        var file = ModelFixture.file(tensors)
        file.replaceSubrange((file.count - 2)..., with: [0xC0, 0x7F])
        try fixture.write(file, to: "adapter_model.safetensors")
        #expect(try fixture.kinds() == [.nonFinite(NonFiniteCount(nans: 1), of: 32)])
        let report = try fixture.report { $0.looksAtWeights = false }
        #expect(report.defects.isEmpty)
        #expect(!report.hasSeenWeights)
    }

    @Test("a folder that is none, or is not there, is an error")
    func none() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ByteError.notFound(path: folder.path("x"))) {
            try ModelFolder(folder.path("x")).report()
        }
        #expect(try ModelFolder(folder.path).report().defects == [ModelDefect(.noModel, in: "")])
    }

    @Test("random damage to any file never stops a verification")
    func damage() throws {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<150 {
            let fixture = try Bool.random(using: &generator) ? ModelFixture.adapter() : ModelFixture.sharded()
            let name = try #require(try fixture.folder.names.randomElement(using: &generator))
            var bytes = try fixture.folder.bytes(of: name)
            InventedTensors.mutate(&bytes, &generator)
            try fixture.write(bytes, to: name)
            _ = try fixture.report()
        }
        print("seed \(seed)")
    }
}
