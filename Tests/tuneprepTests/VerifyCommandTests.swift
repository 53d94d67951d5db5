import Foundation
import Testing

@Suite("verify says what a model folder holds")
struct VerifyCommandTests {
    private static let settings =
        #"{"peft_type":"LORA","r":2,"lora_alpha":4,"target_modules":["q_proj"],"base_model_name_or_path":"org/Base"}"#

    /// A file of a pair of matrices of rank 2; its header is padded so that all its bytes are ASCII.
    private static let weights: String = {
        let names = ["A", "B"].map { "base_model.model.layers.0.q_proj.lora_\($0).weight" }
        let header =
            #"{"\#(names[0])":{"dtype":"F16","shape":[2,4],"data_offsets":[0,16]},"#
            + #""\#(names[1])":{"dtype":"F16","shape":[4,2],"data_offsets":[16,32]}}"#
        let padding = String(repeating: " ", count: 256 - header.utf8.count)
        return "\0\u{1}" + String(repeating: "\0", count: 6) + header + padding
            + String(repeating: "\0", count: 32)
    }()

    private func verify(_ files: [String: String], _ arguments: String = "") throws -> Command.Result {
        var result: Command.Result?
        try Command.withFolder([:]) { folder in
            let model = folder + "/model"
            try FileManager.default.createDirectory(atPath: model, withIntermediateDirectories: true)
            for (name, text) in files {
                let path = name.hasPrefix("../") ? folder + name.dropFirst(2) : "\(model)/\(name)"
                try Data(text.utf8).write(to: URL(filePath: path))
            }
            result = try Command.run("tuneprep verify model \(arguments)", in: folder)
        }
        return try #require(result)
    }

    /// A sound adapter, with other files beside it.
    private func sound(_ more: [String: String] = [:], _ arguments: String = "") throws -> Command.Result {
        let files = ["adapter_config.json": Self.settings, "adapter_model.safetensors": Self.weights]
        return try verify(files.merging(more) { $1 }, arguments)
    }

    @Test("a sound adapter passes, with a table of what is there and the next step")
    func passes() throws {
        let result = try sound()
        #expect(result.status == 0, "\(result.transcript)")
        #expect(result.output.contains("model    an adapter of `org/Base`, rank 2, alpha 4"))
        #expect(result.output.contains("2 tensors  16 parameters  F16"))
        #expect(result.output.contains("result   passed: 0 errors, 0 warnings"))
        #expect(result.output.contains("next     load it on top of `org/Base`"))
        #expect(try sound([:], "--quiet").output.isEmpty)
        #expect(try sound([:], "--headers-only").output.contains("weights  headers only"))
    }

    @Test("a pickle fails, with 1; allowed, it does not")
    func pickle() throws {
        let pickle = ["optimizer.pt": "old"]
        let result = try sound(pickle)
        #expect(result.status == 1)
        #expect(result.output.contains("error[TP705] pickled-file"))
        #expect(result.output.contains("--> model/optimizer.pt"))
        #expect(try sound(pickle, "--allow pickled-file").status == 0)
        #expect(try sound(pickle, "--only no-model").status == 0)
        #expect(try sound(pickle, "--fail-on never").status == 0)
        #expect(try sound(["train.py": ""], "--fail-on warning").status == 1)
    }

    @Test("the record of the job is compared")
    func job() throws {
        let job = ["../job.json": #"{"job":{"hyperparameters":{"lora":{"r":"16"}}}}"#]
        let result = try sound(job, "--job job.json --format concise")
        #expect(result.status == 1)
        #expect(result.output.contains("`r` is `2`, the job's record says `16`"))
        let none = try sound(["../job.json": "{}"], "--job job.json")
        #expect(none.status == 2)
        #expect(none.errors.contains("says nothing of an adapter"))
        #expect(try sound(["../job.json": "{"], "--job job.json").status == 2)
        #expect(try sound([:], "--job absent.json").errors.contains("there is no file `absent.json`"))
    }

    @Test("JSON has the schema, the totals and the findings; a line each when asked for")
    func json() throws {
        let result = try sound(["a.pt": ""], "--format json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "tuneprep.verify/1")
        #expect(object["status"] as? String == "failed")
        #expect((object["total"] as? [String: Any])?["parameters"] as? Int == 16)
        #expect((object["model"] as? [String: Any])?["rank"] as? Int == 2)
        let finding = (object["findings"] as? [[String: Any]])?.first
        #expect(finding?["code"] as? String == "TP705")
        let lines = try sound(["a.pt": ""], "--format jsonl").output.split(separator: "\n")
        #expect(lines.count == 2)
    }

    @Test("what is no folder is refused with 2 and a way out")
    func notAFolder() throws {
        try Command.withFolder(["model.tar.gz": "x"]) { folder in
            let file = try Command.run("tuneprep verify model.tar.gz", in: folder)
            #expect(file.status == 2)
            #expect(file.errors.contains("tuneprep unpack model.tar.gz"))
            let absent = try Command.run("tuneprep verify absent", in: folder)
            #expect(absent.status == 2)
            #expect(absent.errors.contains("there is no folder `absent`"))
        }
    }

    @Test("names that would move the cursor are made visible")
    func escapes() throws {
        let result = try sound(["a\u{1B}[2J.pt": ""])
        #expect(!result.output.contains("\u{1B}[2J"))
        #expect(result.output.contains("a␛[2J.pt"))
    }

    @Test("the next step is Python that opens the folder, whatever its name")
    func pythonLiteral() throws {
        try Command.withFolder([:]) { folder in
            let name = "a\"b\\c\u{1B}\u{301}'d"
            let model = "\(folder)/\(name)"
            try FileManager.default.createDirectory(atPath: model, withIntermediateDirectories: true)
            try Data(Self.settings.utf8).write(to: URL(filePath: model + "/adapter_config.json"))
            try Data(Self.weights.utf8).write(to: URL(filePath: model + "/adapter_model.safetensors"))
            let result = try Command.run("tuneprep verify *d", in: folder)
            #expect(result.status == 0, "\(result.transcript)")
            #expect(result.output.contains(#"from_pretrained(base, "a\"b\\c\x1b\#u{301}'d")"#))
        }
    }

    @Test("left-overs of training, links and folders for the next command are said with what to do")
    func help() throws {
        #expect(try sound(["training_args.bin": ""]).output.contains("safe to delete"))
        #expect(try sound(["rng_state_0.pth": ""]).output.contains("safe to delete"))
        #expect(try !sound(["pytorch.bin": ""]).output.contains("safe to delete"))
        try Command.withFolder(["a b.tar.gz": "x"]) { folder in
            let file = try Command.run(
                "tuneprep verify 'a b.tar.gz'; ln -s x l; mkdir m; ln -s y m/z; tuneprep verify m", in: folder
            )
            #expect(file.errors.contains("tuneprep unpack 'a b.tar.gz' --into"))
            #expect(file.output.contains("cp -rL"))
        }
        let compared = try sound(
            ["../job.json": #"{"base_model":"Base","hyperparameters":{"lora":{"r":2}}}"#], "--job job.json")
        #expect(compared.output.contains("job      compared: rank, base model"))
    }

    @Test("a signal ends the check with its status")
    func interrupted() throws {
        try Command.withFolder([:]) { folder in
            let make = "mkdir m; truncate -s 64G m/model.safetensors"
            let header =
                #"printf '\200\0\0\0\0\0\0\0%-128s' '{"a":{"dtype":"U8","shape":[68719476600],"data_offsets":[0,68719476600]}}' | dd of=m/model.safetensors conv=notrunc 2>/dev/null"#
            let result = try Command.run(
                "\(make); \(header); tuneprep verify m & p=$!; sleep 2; kill -TERM $p; wait $p", in: folder)
            #expect(result.status == 143, "\(result.transcript)")
            #expect(result.errors.contains("stopped"))
        }
    }
}
