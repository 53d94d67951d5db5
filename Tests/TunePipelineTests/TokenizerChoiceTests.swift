import TestSupport
import Testing
import TuneBytes
import TunePipeline
import TuneReport
import TuneTokens

@Suite("The choice of a tokenizer and a template")
struct TokenizerChoiceTests {
    private let user: UserFolders
    private let llama = BaseModel.named("Meta-Llama-3.1-8B-Instruct")
    private let qwen = BaseModel.named("Qwen2.5-14B-Instruct")
    private let qwenJSON: String

    init() throws {
        user = try UserFolders()
        var json = InventedJSON()
        json.normalizer = #"{"type":"NFC"}"#
        json.preTokenizer = InventedJSON.byteLevel(digits: #"\\p{N}"#)
        qwenJSON = json.text
    }

    private func counting(
        _ model: BaseModel?, _ word: String?, _ template: String? = nil
    ) throws -> TokenCounting {
        try user.choice.counting(
            model, family: model?.family ?? .llama3, tokenizer: word, template: try TemplateChoice(template))
    }

    private func refusal(_ model: BaseModel?, _ word: String?, _ template: String? = nil) async -> RunError {
        await runError { _ = try counting(model, word, template) }
    }

    private func addLlama() throws {
        _ = try user.store.add(try user.write(InventedBytes().tiktokenText, "ranks"), family: .llama3)
    }

    @Test("without a word the vocabulary added counts, and where there is none the estimate")
    func best() throws {
        #expect(try !counting(llama, nil).isExact)
        try addLlama()
        #expect(try counting(llama, nil).isExact)
        #expect(try !counting(qwen, nil).isExact)
        #expect(try counting(qwen, nil).family == .qwen2)
        #expect(try !counting(llama, "estimate").isExact && !counting(llama, "Estimate").isExact)
    }

    @Test("a family, a model or a path names a vocabulary")
    func words() throws {
        try addLlama()
        let path = try user.write(qwenJSON, "model/tokenizer.json")
        let words = [
            "llama-3", "LLAMA-3", "Meta-Llama-3-8B", "meta-llama/Meta-Llama-3.1-8B",
            user.path + "/ranks.json",
        ]
        try user.write(InventedJSON().text, "ranks.json")
        for word in words { #expect(try counting(llama, word).isExact, "\(word)") }
        for word in [path, user.path + "/model"] { #expect(try counting(qwen, word).isExact, "\(word)") }
    }

    @Test("a word that names nothing gets its near misses, one that has no vocabulary the way to one")
    func wrongWords() async throws {
        #expect(await refusal(llama, "lama-3").help.first?.hasPrefix("did you mean `llama-3`") == true)
        #expect(await refusal(llama, "estimat").help.first == "did you mean `estimate`")
        #expect(
            await refusal(llama, "Qwen2-1.5B-Instuct").help.first?.hasPrefix(
                "did you mean `Qwen2-1.5B-Instruct`") == true)
        #expect(
            await refusal(llama, "mystery").message
                == "`mystery` is no tokenizer: neither a file, nor a family, nor a model")
        let none = await refusal(qwen, "qwen-2")
        #expect(none.message == "no vocabulary of Qwen 2 has been added")
        #expect(
            none.help == [
                "`tuneprep tokenizers add PATH`, or `tuneprep tokenizers pull Qwen2.5-14B-Instruct`"
            ])
        try user.write("{}", "model/tokenizer.json")
        let missing = await refusal(llama, user.path + "/model/tokeniser.json")
        #expect(missing.help == ["did you mean `\(user.path)/model/tokenizer.json`"])
        #expect(await refusal(llama, user.path + "/model").message.contains("cannot be counted with"))
    }

    @Test("a tokenizer of another family than the model's is refused")
    func otherFamily() async throws {
        let path = try user.write(qwenJSON, "tokenizer.json")
        let error = await refusal(llama, path)
        #expect(error.message == "the tokenizer is of Qwen 2, the model of Llama 3")
        #expect(error.help == ["name a model that goes with it: `--model Qwen2.5-14B-Instruct`"])
        let choice = user.choice
        #expect(try choice.tokenizers(for: [.qwen2, .mistral], tokenizer: path).map(\.family) == [.qwen2])
        let mixed = await runError {
            _ = try choice.tokenizers(for: [.llama3, .mistral], tokenizer: path)
        }
        #expect(mixed.message == "the tokenizer is of Qwen 2, the model of Llama 3 or Mistral")
    }

    @Test("ranks of nobody known can be used once it is said whose they are, and the help says how")
    func unknownRanks() async throws {
        let path = try user.write(InventedBytes().tiktokenText, "some ranks")
        #expect(
            await refusal(llama, path).help
                == ["say whose they are: `tuneprep tokenizers add '\(path)' --family llama-3`"])
    }

    @Test("a vocabulary in the cache of the hub's own tools counts, but one that was added comes first")
    func hubCache() throws {
        let path = try user.cache(qwenJSON, "tokenizer.json", of: "Qwen/Qwen2.5-14B-Instruct")
        guard case .exact(let found) = try counting(qwen, nil).method else {
            Issue.record("it was not found")
            return
        }
        #expect(try found.counts == InventedBytes().tokenizer(.qwen2).counts)
        #expect(
            TokenizerList(user.choice).text(in: Rendering()).contains("qwen-2: Qwen 2, exact, from `\(path)`")
        )
        let added = try user.store.add(
            try user.write(InventedBytes.bare.tiktokenText, "ranks"), family: .qwen2)
        guard case .exact(let tokenizer) = try counting(qwen, nil).method else { return }
        #expect(try tokenizer.counts == InventedBytes.bare.tokenizer(.qwen2).counts)
        #expect(
            TokenizerList(user.choice).text(in: Rendering()).contains(
                "256 tokens, not the published tokens, from \(added.origin)"))
    }

    @Test("what other tools have brought and cannot be counted with is passed over")
    func uselessCache() throws {
        try user.cache(
            "version https://git-lfs.github.com/spec/v1\n", "tokenizer.json", of: "Qwen/Qwen2-1.5B-Instruct")
        try user.cache(InventedJSON().text, "tokenizer.json", of: "deepseek-ai/DeepSeek-R1-Distill-Qwen-14B")
        #expect(try !counting(qwen, nil).isExact, "a pointer, and one that is not of the family")
        #expect(
            TokenizerList(user.choice).text(in: Rendering()).contains("qwen-2: Qwen 2, no vocabulary added"))
        try user.cache(qwenJSON, "tokenizer.json", of: "Qwen/Qwen2.5-14B-Instruct")
        let other = try #require(BaseModel.named("Qwen2-1.5B-Instruct"))
        #expect(try counting(qwen, nil).isExact, "the model's own, whatever its tokens")
        #expect(try !counting(other, nil).isExact, "another model's, whose tokens are not the published ones")
    }

    @Test("a vocabulary that was added and is damaged is an error for its family, and for no other")
    func damaged() async throws {
        try addLlama()
        try user.write("", ".cache/tuneprep/tokenizers/llama-3/entry.json")
        #expect(
            await refusal(llama, nil).message.hasPrefix("the vocabulary added for Llama 3 cannot be used"))
        #expect(try !counting(llama, "estimate").isExact)
        #expect(try !counting(qwen, nil).isExact)
        #expect(try user.choice.tokenizers(for: [.qwen2], tokenizer: nil).isEmpty)
    }

    @Test("without a home there is the estimate, and a file still counts")
    func noHome() throws {
        let choice = TokenizerChoice(environment: [:])
        let path = try user.write(InventedJSON().text, "tokenizer.json")
        func isExact(_ word: String?) throws -> Bool {
            try choice.counting(llama, family: .llama3, tokenizer: word, template: .own).isExact
        }
        #expect(try !isExact(nil))
        #expect(try isExact(path))
        #expect(TokenizerList(choice).text(in: Rendering(JSONLinesStyle())).contains(#""folder": null"#))
    }

    @Test("every family is counted, or the one whose tokenizer is named")
    func every() throws {
        try addLlama()
        let choice = user.choice
        let ways = try choice.everyCounting(tokenizer: nil, template: .own)
        #expect(ways.map(\.isExact) == [true, false, false])
        #expect(try choice.everyCounting(tokenizer: "estimate", template: .own).allSatisfy { !$0.isExact })
        let named = try choice.everyCounting(tokenizer: "llama-3", template: .own)
        #expect(named.map(\.family) == [.llama3] && named[0].isExact)
        #expect(named[0].template?.name == "llama-3.1")
        #expect(try choice.everyCounting(tokenizer: "llama-3", template: .bare)[0].template == nil)
        #expect(try choice.tokenizers(for: [.llama3], tokenizer: "ESTIMATE").isEmpty)
    }

    @Test("the template is the model's, the one named, or none")
    func templates() async throws {
        #expect(try counting(qwen, nil).template?.name == "qwen-2.5")
        #expect(try counting(nil, nil).template?.name == "llama-3.1")
        #expect(try counting(qwen, nil, "ChatML").template?.name == "chatml")
        #expect(try counting(qwen, nil, "None").template == nil)
        for template in ChatTemplate.all {
            #expect(try counting(llama, nil, template.name).template == template)
        }
        let error = await refusal(llama, nil, "chatlm")
        #expect(error.message == "`chatlm` is no chat template")
        #expect(error.help.first == "did you mean `chatml`")
        #expect(error.help.last?.contains("`deepseek-r1`, `none`") == true)
    }
}
