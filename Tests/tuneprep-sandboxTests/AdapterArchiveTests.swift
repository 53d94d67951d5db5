import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("The archive of a model")
struct AdapterArchiveTests {
    private let plan: JSON = [
        "lora": ["r": 4, "alpha": 12, "dropout": 0.1, "trainable_modules": ["v_proj", "down_proj"]]
    ]

    /// Unpacks an archive with the system's tar, which checks gzip's sums.
    private func unpack(_ archive: Data) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let path = try folder.write([UInt8](archive), to: "model.tar.gz")
        let tar = Process()
        tar.executableURL = URL(filePath: "/usr/bin/env")
        tar.arguments = ["tar", "-xzf", path, "-C", folder.path]
        try tar.run()
        tar.waitUntilExit()
        #expect(tar.terminationStatus == 0)
        return folder
    }

    private func archive(_ switches: JSON = [:]) async throws -> Data {
        let rehearsal = try await Rehearsal(switches.merging(["download": "bytes"]))
        let id = try await rehearsal.finishedJob(plan)
        return try await rehearsal.ask(.get, "jobs/\(id)/download").data
    }

    @Test("holds a LoRA adapter that agrees with the job")
    func config() async throws {
        let folder = try unpack(try await archive())
        #expect(
            try folder.names == [
                "README.md", "adapter_config.json", "adapter_model.safetensors", "model.tar.gz",
                "tokenizer_config.json",
            ])
        let data = try Data(contentsOf: URL(filePath: folder.path("adapter_config.json")))
        let config = try #require(JSON(parsing: data))
        #expect(config["r"] == 4)
        #expect(config["lora_alpha"] == 12)
        #expect(config["lora_dropout"] == 0.1)
        #expect(config["target_modules"] == ["down_proj", "v_proj"])
        #expect(config["base_model_name_or_path"] == "Meta-Llama-3.1-8B-Instruct")
    }

    @Test("its tensors fill the file without a hole, each module with both matrices of the job's rank")
    func tensors() async throws {
        let folder = try unpack(try await archive(["adapter_layers": 3]))
        let data = try Data(contentsOf: URL(filePath: folder.path("adapter_model.safetensors")))
        let length = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        let header = try #require(JSON(parsing: data[8..<8 + length])?.object)
        let tensors = header.filter { $0.key != "__metadata__" }
        #expect(tensors.count == 3 * 2 * 2)
        var spans: [(start: Int, end: Int)] = []
        for (name, tensor) in tensors {
            let shape = tensor["shape"]?.array?.compactMap(\.integer) ?? []
            let offsets = tensor["data_offsets"]?.array?.compactMap(\.integer) ?? []
            try #require(shape.count == 2 && offsets.count == 2)
            #expect(tensor["dtype"] == "F32")
            #expect(offsets[1] - offsets[0] == shape[0] * shape[1] * 4)
            #expect(name.hasSuffix("lora_A.weight") ? shape[0] == 4 : shape[1] == 4, "\(name)")
            spans.append((offsets[0], offsets[1]))
        }
        spans.sort { $0.start < $1.start }
        #expect(spans.first?.start == 0)
        for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.end == next.start) }
        #expect(8 + length + (spans.last?.end ?? 0) == data.count)
    }

    @Test("is the same for the same job, and larger with more layers")
    func deterministic() async throws {
        let rehearsal = try await Rehearsal(["download": "bytes"])
        let path = "jobs/\(try await rehearsal.finishedJob())/download"
        let first = try await rehearsal.ask(.get, path).data
        #expect(try await rehearsal.ask(.get, path).data == first)
        try rehearsal.app.apply(["adapter_layers": 4])
        let larger = try await rehearsal.ask(.get, path).data
        #expect(larger.count > first.count)
        _ = try unpack(larger)
    }

    @Test(
        "gzip of stored blocks holds what was put in, at the edges of a block",
        arguments: [
            0, 1, 65_534, 65_535, 65_536, 200_000,
        ])
    func gzip(size: Int) throws {
        var numbers = SeededNumbers(seed: UInt64(size))
        let content = Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &numbers) })
        let folder = try TemporaryFolder()
        try folder.write([UInt8](Gzip.stored(content)), to: "x.gz")
        let gunzip = Process()
        gunzip.executableURL = URL(filePath: "/usr/bin/env")
        gunzip.arguments = ["gzip", "-d", folder.path("x.gz")]
        try gunzip.run()
        gunzip.waitUntilExit()
        #expect(gunzip.terminationStatus == 0)
        #expect(try Data(contentsOf: URL(filePath: folder.path("x"))) == content)
    }
}
