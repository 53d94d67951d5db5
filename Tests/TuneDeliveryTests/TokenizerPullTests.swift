import Foundation
import TestSupport
import Testing
import TuneDelivery
import TunePipeline
import TuneTokens
import TuneTransfer

@Suite("Pulling vocabularies from the hub")
struct TokenizerPullTests {
    private let user: UserFolders
    private let json = InventedJSON().text

    init() throws {
        user = try UserFolders()
    }

    private func pull(
        _ hub: HubStub, _ more: [String: String] = [:], repository: String = "org/name",
        family: ModelFamily? = .llama3
    ) async throws -> TokenizerEntry {
        let environment = user.environment.merging(more) { $1 }
        return try await TokenizerPull(to: user.store, environment: environment).pull(
            repository, revision: "main", family: family, over: hub, clock: .hasty, note: { _ in })
    }

    private func refusal(
        _ hub: HubStub, _ more: [String: String] = [:], repository: String = "org/name",
        family: ModelFamily? = .llama3
    ) async -> RunError {
        await runError { _ = try await pull(hub, more, repository: repository, family: family) }
    }

    @Test("the fullest file is brought, verified and added, and nothing else is left")
    func brings() async throws {
        let hub = HubStub(["/tokenizer.json": .file(json), "/tokenizer.model": .file("other")])
        let entry = try await pull(hub)
        #expect(entry == user.store.entry(.llama3))
        #expect(entry.origin == "org/name@main/tokenizer.json")
        #expect(hub.addresses == ["https://huggingface.co/org/name/resolve/main/tokenizer.json"])
        #expect(try user.store.tokenizer(for: .llama3)?.counts == InventedBytes().tokenizer(.llama3).counts)
        #expect(user.names("downloads").isEmpty)
    }

    @Test("where there is no tokenizer.json, tokenizer.model is taken")
    func model() async throws {
        let entry = try await pull(HubStub(["/tokenizer.model": .file(InventedBytes().tiktokenText)]))
        #expect(entry.origin == "org/name@main/tokenizer.model")
    }

    @Test("a repository without either is said, with what to do")
    func neither() async {
        let error = await refusal(HubStub([:]))
        #expect(error.message == "org/name at `main` has neither `tokenizer.json` nor `tokenizer.model`")
        #expect(error.help == ["fetch its vocabulary yourself, then `tuneprep tokenizers add PATH`"])
    }

    @Test("a gated model is said, with its page and what to do", arguments: [401, 403])
    func gated(_ status: Int) async {
        let hub = HubStub([
            "/tokenizer.json": HubStub.Answer(status: status, headers: ["X-Error-Code": "GatedRepo"])
        ])
        let token = status == 403 ? ["HF_TOKEN": "hf_secret"] : [:]
        let error = await refusal(hub, token)
        #expect(error.message == "the model org/name is gated")
        #expect(error.help.first?.contains("https://huggingface.co/org/name") == true)
        #expect(error.help.first?.contains(status == 403 ? "the owner of the token" : "HF_TOKEN") == true)
        #expect(!"\(error)".contains("hf_secret"))
        #expect(hub.addresses.count == 1, "the other file is as gated")
        #expect(user.store.entries.isEmpty && user.names("downloads").isEmpty)
    }

    @Test("a repository that is not there, and a page in place of the file, are said")
    func notThere() async {
        let codes = HubStub([
            "/tokenizer.json": HubStub.Answer(status: 401, headers: ["X-Error-Code": "RepoNotFound"])
        ])
        #expect(await refusal(codes).message == "the hub has no model org/name, or it is private")
        let page = HubStub([
            "/tokenizer.json": HubStub.Answer(
                headers: ["Content-Type": "text/html"], body: Array("<!doctype html><title>Log in".utf8))
        ])
        #expect(await refusal(page).message.contains("is a web page, not the file"))
        #expect(user.store.entries.isEmpty && user.names("downloads").isEmpty)
    }

    @Test("a file that is not what the hub announces is never added")
    func wrongChecksum() async {
        let hub = HubStub(["/tokenizer.json": .file(json, announced: json + " ")])
        let error = await refusal(hub)
        #expect(error.message.contains("is damaged: its checksum is"))
        #expect(user.store.entries.isEmpty && user.names("downloads").isEmpty)
    }

    @Test("what is no vocabulary, or not the published one, is named by where it came from")
    func refused() async {
        let config = await refusal(HubStub(["/tokenizer.json": .file(#"{"model_type":"llama"}"#)]))
        #expect(config.message.hasPrefix("`org/name@main/tokenizer.json` cannot be counted with"))
        let other = await refusal(HubStub(["/tokenizer.json": .file(json)]), family: nil)
        #expect(
            other.message
                == "the tokens of `org/name@main/tokenizer.json` are not those Llama 3 was published with")
        #expect(user.store.entries.isEmpty && user.names("downloads").isEmpty)
    }

    @Test("HF_ENDPOINT names another hub")
    func endpoint() async throws {
        let hub = HubStub(["/tokenizer.json": .file(json)])
        _ = try await pull(hub, ["HF_ENDPOINT": "https://mirror.example/hub/"])
        #expect(hub.addresses == ["https://mirror.example/hub/org/name/resolve/main/tokenizer.json"])
        let error = await refusal(hub, ["HF_ENDPOINT": "mirror"])
        #expect(error.message == "`mirror` is not an http or https address that can be used")
    }

    @Test("what the hub's own tools have brought is taken without asking")
    func cached() async throws {
        let path = try user.cache(json, "tokenizer.json", of: "org/name")
        let hub = HubStub([:])
        #expect(try await pull(hub).origin == path)
        #expect(hub.addresses.isEmpty)
    }

    @Test("a name the hub does not allow is not asked for", arguments: ["../..", "a/b/c", "org/na me", "/x"])
    func badNames(_ name: String) async {
        let hub = HubStub([:])
        #expect(await refusal(hub, repository: name).message.contains("is no name the hub allows"))
        #expect(hub.addresses.isEmpty)
    }

    @Test("a store that cannot be written is said before anything is fetched")
    func unwritable() async throws {
        let store = TokenizerStore(folder: try user.write("", "file") + "/tokenizers")
        let hub = HubStub(["/tokenizer.json": .file(json)])
        let error = await runError {
            _ = try await TokenizerPull(to: store, environment: user.environment).pull(
                "org/name", revision: "main", family: .llama3, over: hub, clock: .hasty, note: { _ in })
        }
        #expect(error.message == "cannot make the folder `\(store.folder)/downloads`")
        #expect(hub.addresses.isEmpty)
    }

    @Test("a model, a family or a repository says what is pulled; another owner's is not ours")
    func repositories() {
        let pairs = [
            ("Qwen2.5-14B-Instruct", "Qwen/Qwen2.5-14B-Instruct"), ("qwen-2", "Qwen/Qwen2.5-14B-Instruct"),
            ("meta-llama/meta-llama-3-8b", "meta-llama/Meta-Llama-3-8B"),
            ("unsloth/Meta-Llama-3.1-8B-Instruct", "unsloth/Meta-Llama-3.1-8B-Instruct"),
            ("org/name", "org/name"),
        ]
        for (name, repository) in pairs { #expect(TokenizerPull.repository(name) == repository) }
        #expect(TokenizerPull.repository("mystery") == nil)
    }
}
