import Testing
import TuneTokens

@Suite("Base models")
struct BaseModelTests {
    @Test("ten models, each found by its name")
    func all() {
        #expect(BaseModel.all.count == 10)
        for model in BaseModel.all {
            #expect(BaseModel.named(model.name) == model)
            #expect(model.contextLength == 8192)
        }
    }

    @Test(
        "case and organization do not matter",
        arguments: [
            "meta-llama-3.1-8b-instruct", "META-LLAMA-3.1-8B-INSTRUCT",
            "meta-llama/Meta-Llama-3.1-8B-Instruct",
        ])
    func spelling(name: String) {
        #expect(BaseModel.named(name)?.name == "Meta-Llama-3.1-8B-Instruct")
    }

    @Test("an unknown name is no model", arguments: ["", "/", "gpt-2", "Meta-Llama-3.1-8B-Instruct-v9"])
    func unknown(name: String) {
        #expect(BaseModel.named(name) == nil)
    }

    @Test(
        "a distillation splits text like the model it was distilled into",
        arguments: [
            ("Meta-Llama-3-8B", ModelFamily.llama3), ("DeepSeek-R1-Distill-Qwen-14B", .qwen2),
            ("Qwen2.5-14B-Instruct", .qwen2), ("Mistral-7B-Instruct-v0.2", .mistral),
        ])
    func families(name: String, family: ModelFamily) {
        #expect(BaseModel.named(name)?.family == family)
    }
}
