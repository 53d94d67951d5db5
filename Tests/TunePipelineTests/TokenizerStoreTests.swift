import Foundation
import TestSupport
import Testing
import TunePipeline
import TuneReport
import TuneTokens

@Suite("The store of vocabularies")
struct TokenizerStoreTests {
    private let user: UserFolders
    private var store: TokenizerStore { user.store }
    private let ranks = InventedBytes()
    private let expected: [Int]

    init() throws {
        user = try UserFolders()
        expected = try ranks.tokenizer(.llama3).counts
    }

    private func add(_ ranks: InventedBytes = InventedBytes()) throws -> TokenizerEntry {
        try store.add(try user.write(ranks.tiktokenText, "ranks.tiktoken"), family: .llama3)
    }

    private func counts() throws -> [Int]? { try store.tokenizer(for: .llama3)?.counts }

    @Test("nothing is there before something is added, and nothing is made by looking")
    func empty() throws {
        #expect(store.entries.isEmpty && store.damaged.isEmpty)
        #expect(try store.tokenizer(for: .qwen2) == nil)
        #expect(!FileManager.default.fileExists(atPath: user.home))
    }

    @Test("what is added is listed with its size, hash and origin, and counts")
    func added() throws {
        let entry = try add()
        #expect(entry == store.entry(.llama3) && store.entries == [entry])
        #expect(entry.tokens == ranks.tokens.count && !entry.isPublished)
        #expect(entry.bytes == ranks.tiktokenText.utf8.count)
        let sum = try Program.output("sha256sum", [user.path + "/ranks.tiktoken"]).prefix(64)
        #expect(entry.sha256 == sum.description)
        #expect(entry.origin.hasSuffix("/ranks.tiktoken"))
        #expect(try counts() == expected)
        #expect(store.defect(of: entry) == nil)
        #expect(try store.tokenizer(for: .qwen2) == nil)
        #expect(user.names("llama-3") == ["compiled", "entry.json", "vocabulary-\(sum.prefix(16))"])
    }

    @Test("the original may go: the store has a copy")
    func copy() throws {
        let entry = try add()
        try FileManager.default.removeItem(atPath: user.path + "/ranks.tiktoken")
        try FileManager.default.removeItem(atPath: user.home + "/llama-3/compiled")
        #expect(try counts() == expected)
        #expect(store.defect(of: entry) == nil)
    }

    @Test("another vocabulary takes the place of the first, and nothing of that is left")
    func replaced() throws {
        let first = try add()
        let second = try add(.bare)
        #expect(first.sha256 != second.sha256 && store.entries == [second])
        #expect(try counts() == InventedBytes.bare.tokenizer(.llama3).counts)
        #expect(user.names("llama-3").count == 3)
        #expect(try add(.bare) == second, "the same once more")
        #expect(user.names("llama-3").count == 3 && store.defect(of: second) == nil)
    }

    @Test(
        "a compiled file that is damaged, cut, gone or of another format is made anew, with the same counts",
        arguments: ["byte", "format", "cut", "empty", "gone", "folder"])
    func rebuilt(_ fault: String) throws {
        let entry = try add()
        let (name, files) = ("llama-3/compiled", FileManager.default)
        let path = user.home + "/" + name
        let sound = try Data(contentsOf: URL(filePath: path))
        switch fault {
        case "byte": try user.spoil(name, at: sound.count - 100)
        case "format": try user.spoil(name, at: 8)
        case "cut": try sound.prefix(sound.count / 2).write(to: URL(filePath: path))
        case "empty": try Data().write(to: URL(filePath: path))
        case "folder":
            try files.removeItem(atPath: path)
            try files.createDirectory(atPath: path, withIntermediateDirectories: false)
        default: try files.removeItem(atPath: path)
        }
        #expect(try counts() == expected)
        #expect(store.defect(of: entry) == nil)
        if fault != "folder" { #expect(try Data(contentsOf: URL(filePath: path)) == sound) }
    }

    @Test("a source with another stamp has its tables made anew, with the same counts")
    func otherStamp() throws {
        _ = try add()
        let vocabulary = try #require(user.names("llama-3").last)
        let compiled = URL(filePath: user.home + "/llama-3/compiled")
        let before = try Data(contentsOf: compiled)
        try user.write(ranks.tiktokenText, ".cache/tuneprep/tokenizers/llama-3/\(vocabulary)")
        #expect(try counts() == expected)
        #expect(try Data(contentsOf: compiled) != before, "the stamp stands in it")
    }

    @Test("a vocabulary whose bytes have changed is found by verify, and never counted with")
    func changedBytes() throws {
        let entry = try add()
        let vocabulary = try #require(user.names("llama-3").last)
        // Still ranks that can be read, of other texts.
        let text = ranks.tiktokenText.replacing("/w== 0\n", with: "/g== 0\n").replacing(
            "/g== 1\n", with: "/w== 1\n")
        #expect(text.utf8.count == ranks.tiktokenText.utf8.count && text != ranks.tiktokenText)
        try user.write(text, ".cache/tuneprep/tokenizers/llama-3/\(vocabulary)")
        #expect(store.defect(of: entry) == "its file has other bytes than when it was added")
        let error = #expect(throws: RunError.self) { try store.tokenizer(for: .llama3) }
        #expect(error?.message.hasSuffix("its file has other bytes than when it was added") == true)
        #expect(error?.help.first?.contains("tuneprep tokenizers add PATH") == true)
        #expect(store.defect(of: try add()) == nil, "adding it again mends it")
        #expect(try counts() == expected)
    }

    @Test("a vocabulary that is gone is said, not estimated over")
    func gone() throws {
        let entry = try add()
        let vocabulary = try #require(user.names("llama-3").last)
        try FileManager.default.removeItem(atPath: "\(user.home)/llama-3/\(vocabulary)")
        #expect(store.defect(of: entry) == "its file is gone")
        #expect(throws: RunError.self) { try store.tokenizer(for: .llama3) }
    }

    @Test(
        "a card that cannot be read is said, not estimated over",
        arguments: [
            "", "{", "[]", #"{"schema":"tuneprep.tokenizer/2"}"#, "family", "bytes", "path",
        ])
    func damagedCard(_ card: String) throws {
        _ = try add()
        let path = URL(filePath: user.home + "/llama-3/entry.json")
        let sound = try String(contentsOf: path, encoding: .utf8)
        let text =
            switch card {
            case "family": sound.replacing(#""llama-3""#, with: #""qwen-2""#)
            case "bytes": sound.replacing(#""bytes": "#, with: #""bytes": 0.5, "size": "#)
            case "path": sound.replacing("vocabulary-", with: "../")
            default: card
            }
        #expect(text != sound)
        try text.write(to: path, atomically: true, encoding: .utf8)
        #expect(store.entries.isEmpty && store.damaged == [.llama3])
        let error = #expect(throws: RunError.self) { try store.tokenizer(for: .llama3) }
        #expect(error?.message.contains("its card is damaged") == true)
        #expect(
            TokenizerList(user.choice).text(in: Rendering()).contains(
                "llama-3: Llama 3, added, but its card is damaged"))
        _ = try add()
        #expect(try counts() == expected && store.damaged.isEmpty)
    }

    @Test("a store that cannot be written refuses to add, and still counts by a file")
    func unwritable() throws {
        // Root may write everywhere, but not below a file.
        let store = TokenizerStore(folder: try user.write("", "file") + "/tokenizers")
        let path = try user.write(InventedJSON().text, "tokenizer.json")
        let error = #expect(throws: RunError.self) { try store.add(path, family: .llama3) }
        #expect(error?.message == "cannot make the folder `\(user.path)/file/tokenizers/llama-3`")
        #expect(try store.tokenizer(at: path).counts == expected)
        #expect(store.entries.isEmpty)
    }

    @Test("an addition that breaks off leaves what was there before")
    func brokenOff() throws {
        let first = try add()
        let compiled = user.home + "/llama-3/compiled"
        try FileManager.default.removeItem(atPath: compiled)
        try FileManager.default.createDirectory(atPath: compiled, withIntermediateDirectories: false)
        #expect(throws: RunError.self) { try add(.bare) }
        #expect(store.entries == [first] && user.names("llama-3").count == 3)
        #expect(try counts() == expected)
    }

    @Test("a folder stands for the fullest vocabulary in it")
    func folder() throws {
        let folder = user.path + "/model"
        try user.write("{}", "model/config.json")
        let error = #expect(throws: RunError.self) { try store.add(folder) }
        #expect(error?.message == "the folder `\(folder)` holds no vocabulary")
        try user.write(InventedBytes.bare.tiktokenText, "model/original/tokenizer.model")
        #expect(try store.add(folder + "/", family: .llama3).tokens == 256)
        try user.write(InventedJSON().text, "model/tokenizer.json")
        let entry = try store.add(folder, family: .llama3)
        #expect(entry.origin.hasSuffix("/model/tokenizer.json"))
        #expect(try store.tokenizer(at: folder).counts == expected)
    }

    @Test("what is compiled of a file follows the file")
    func file() throws {
        let path = try user.write(InventedJSON().text, "t/tokenizer.json")
        #expect(try store.tokenizer(at: path).counts == expected)
        #expect(user.names("files").count == 1)
        #expect(try store.tokenizer(at: user.path + "/t/../t").counts == expected)
        #expect(user.names("files").count == 1, "the same file under another name")
        try user.write(InventedJSON(InventedBytes.bare).text, "t/tokenizer.json")
        #expect(try store.tokenizer(at: path).counts == InventedBytes.bare.tokenizer(.llama3).counts)
        #expect(user.names("files").count == 1)
    }

    @Test("what is no vocabulary, or nobody's, is refused and leaves nothing")
    func refused() throws {
        func refusal(_ path: String, _ family: ModelFamily? = nil) -> RunError? {
            #expect(throws: RunError.self) { try store.add(path, family: family) }
        }
        let ranks = try user.write(ranks.tiktokenText, "ranks")
        #expect(
            refusal(ranks)?.message
                == "`\(ranks)` cannot be counted with: its 271 ranks are none that are known here")
        #expect(refusal(ranks)?.help == ["say whose they are: `--family llama-3` or `--family qwen-2`"])
        let json = try user.write(InventedJSON().text, "tokenizer.json")
        #expect(refusal(json)?.message == "the tokens of `\(json)` are not those Llama 3 was published with")
        #expect(refusal(json)?.help == ["if it is to count for them all the same: `--family llama-3`"])
        #expect(refusal(json, .mistral)?.help == ["leave `--family` out, or say `--family llama-3`"])
        #expect(refusal(user.path + "/tokenizer.jsn")?.help == ["did you mean `\(json)`"])
        let empty = try user.write("", "empty")
        #expect(
            refusal(empty)?.message
                == "`\(empty)` cannot be counted with: this is an empty file, not a tokenizer's vocabulary")
        #expect(!FileManager.default.fileExists(atPath: user.home))
    }

    @Test("a file of weights is known by its beginning; nothing so large is read")
    func weights() throws {
        for (start, says) in [
            ([UInt8](repeating: 8, count: 7) + [0, 0x7B], "safetensors"),
            ([0x7B], "larger than any vocabulary"),
        ] {
            let path = try user.write(start, "large")
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            try file.truncate(atOffset: 3 << 30)
            try file.close()
            let error = #expect(throws: RunError.self) { try store.add(path) }
            #expect(error?.message.contains(says) == true, "\(error?.message ?? "")")
        }
    }

    @Test("the store is in the user's cache; without one it says what to set")
    func place() throws {
        func folder(_ environment: [String: String]) -> String? {
            try? TokenizerStore(environment: environment).folder
        }
        #expect(folder(["HOME": "/h"]) == "/h/.cache/tuneprep/tokenizers")
        #expect(folder(["HOME": "/h", "XDG_CACHE_HOME": "/c"]) == "/c/tuneprep/tokenizers")
        #expect(folder(["HOME": "/h", "XDG_CACHE_HOME": "c"]) == "/h/.cache/tuneprep/tokenizers")
        #expect(folder(["HOME": ""]) == nil && folder([:]) == nil)
        let error = #expect(throws: RunError.self) { try TokenizerStore(environment: [:]) }
        #expect(error?.help == ["set `HOME`, or `XDG_CACHE_HOME` to an absolute path"])
    }
}
