import Testing
import TuneCosts

@Suite("Built-in prices")
struct BuiltInPricesTests {
    let book = PriceBook.builtIn

    @Test(
        "no fewer prices ship than were found, and none where none is known",
        arguments: [
            ("together", 10), ("fireworks", 16), ("tinker", 22), ("prime-intellect", 11), ("openai", 4),
            ("ori", 1),
            ("nscale", 0), ("azure-openai", 0), ("vertex", 0), ("bedrock", 0), ("mistral", 0),
        ])
    func counts(provider: String, count: Int) throws {
        let prices = book.prices(of: provider)
        #expect(count == 0 ? prices.isEmpty : prices.count >= count)
        #expect(Provider.named(provider)?.prices == prices)
    }

    @Test("every price belongs to a provider and carries its source, its day and its grade")
    func sources() {
        #expect(book.prices.count >= 64)
        for price in book.prices {
            #expect(Provider.named(price.provider) != nil)
            #expect(price.source.hasPrefix("https://"))
            #expect(price.grade != nil)
            #expect(price.rate >= .zero)
            #expect(price.date != .undated || price.provider == "ori")
        }
    }

    @Test("no two prices answer the same question")
    func unique() {
        let questions = book.prices.map {
            "\($0.provider)|\($0.target)|\($0.method)|\(String(describing: $0.adapter))|\($0.context ?? "")"
        }
        #expect(Set(questions).count == questions.count)
    }

    @Test("days are written as YYYY-MM-DD and none is after the day of compilation")
    func days() throws {
        let stated = Provider.all.flatMap { [$0.state.date, $0.rule.date] } + book.prices.map(\.date.day)
        let days = stated.compactMap { $0 } + [PriceBook.builtInDay]
        #expect(days.count > 60)
        for day in days {
            #expect(day.wholeMatch(of: /20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil, "\(day)")
            #expect(day <= PriceBook.builtInDay, "\(day)")
        }
    }

    @Test(
        "published rates are found by the model's name",
        arguments: [
            ("together", "qwen/qwen3.5-9b", TrainingMethod.sft, "0.34"),
            ("together", "Qwen/Qwen3.5-9B", .dpo, "0.84"), ("together", "openai/gpt-oss-120b", .dpo, "6.25"),
            ("tinker", "gpt-oss-20b", .sft, "0.396"), ("tinker", "Kimi-K2.6", .sft, "4.84"),
            ("tinker", "GLM-5.3", .sft, "14.58"), ("openai", "gpt-4o-mini-2024-07-18", .sft, "3.00"),
            ("prime-intellect", "Laguna-XS.2", .sft, "0.00"),
        ])
    func byName(provider: String, model: String, method: TrainingMethod, rate: String) {
        #expect(book.price(of: provider, model: model, method: method)?.rate.decimal == rate)
    }

    @Test("a longer context of Tinker's costs more")
    func contexts() {
        #expect(book.price(of: "tinker", model: "gpt-oss-120b")?.rate.decimal == "0.737")
        #expect(book.price(of: "tinker", model: "gpt-oss-120b", context: "128K")?.rate.decimal == "2.33")
        #expect(book.price(of: "tinker", model: "Inkling", context: "256K")?.rate.decimal == "11.23")
        #expect(book.price(of: "tinker", model: "Inkling") == nil)
    }

    @Test(
        "Fireworks prices by the exact number of parameters",
        arguments: [
            (8_190_735_360, "0.50", "1.00"), (16_000_000_000, "0.50", "1.00"),
            (32_216_731_964, "3.00", "6.00"),
            (80_000_000_001, "6.00", "12.00"), (1_000_000_000_000, "10.00", "20.00"),
        ])
    func bySize(parameters: Int, lora: String, full: String) {
        let tuned = book.price(of: "fireworks", model: "any", totalParameters: parameters)
        let whole = book.price(of: "fireworks", model: "any", adapter: .full, totalParameters: parameters)
        #expect(tuned?.rate.decimal == lora)
        #expect(whole?.rate.decimal == full)
    }

    @Test("Fireworks' DPO costs twice its SFT in every bracket")
    func twice() throws {
        var compared = 0
        for price in book.prices(of: "fireworks") where price.method == .sft {
            let dpo = try #require(
                book.prices(of: "fireworks").first {
                    $0.method == .dpo && $0.target == price.target && $0.adapter == price.adapter
                })
            #expect(dpo.rate.microDollars == 2 * price.rate.microDollars)
            compared += 1
        }
        #expect(compared >= 8)
    }

    @Test("models that are gone and tables that were replaced have no price")
    func gone() {
        #expect(book.price(of: "openai", model: "gpt-4.1-nano-2025-04-14") == nil)
        #expect(book.price(of: "openai", model: "gpt-3.5-turbo") == nil)
        #expect(book.price(of: "together", model: "any", totalParameters: 8_000_000_000) == nil)
        #expect(book.price(of: "vertex", model: "gemini-2.0-flash") == nil)
    }
}
