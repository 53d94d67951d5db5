import Testing
import TuneCosts

@Suite("Price look-up")
struct PriceBookTests {
    private func price(
        _ target: PriceTarget, _ rate: Int, method: TrainingMethod = .sft, adapter: Adapter? = .lora,
        context: String? = nil, date: PriceDate = .undated
    ) -> Price {
        Price(
            provider: "acme", target: target, method: method, adapter: adapter, context: context,
            rate: Money(microDollars: rate), source: "acme.example/prices", date: date)
    }

    @Test("a model is found by its whole name, upper and lower case alike")
    func names() {
        let book = PriceBook([price(.model("Org/Model-8B"), 1)])
        #expect(book.price(of: "ACME", model: "org/MODEL-8b")?.rate.microDollars == 1)
        #expect(book.price(of: "acme", model: "Model-8B") == nil)
        #expect(book.price(of: "other", model: "Org/Model-8B") == nil)
        #expect(book.prices(of: "Acme").count == 1)
    }

    @Test("method and adapter have their own prices")
    func kinds() {
        let book = PriceBook([
            price(.model("m"), 1), price(.model("m"), 2, method: .dpo), price(.model("m"), 3, adapter: .full),
        ])
        #expect(book.price(of: "acme", model: "m")?.rate.microDollars == 1)
        #expect(book.price(of: "acme", model: "m", method: .dpo)?.rate.microDollars == 2)
        #expect(book.price(of: "acme", model: "m", adapter: .full)?.rate.microDollars == 3)
        #expect(book.price(of: "acme", model: "m", method: .dpo, adapter: .full) == nil)
    }

    @Test("a price without an adapter answers for both")
    func anyAdapter() {
        let book = PriceBook([price(.model("m"), 1, adapter: nil)])
        #expect(book.price(of: "acme", model: "m", adapter: .full)?.rate.microDollars == 1)
        #expect(book.price(of: "acme", model: "m", adapter: .lora)?.rate.microDollars == 1)
    }

    @Test("a bracket holds its upper bound and not its lower one")
    func brackets() {
        let book = PriceBook([
            price(.parameters(above: 0, upTo: 16), 1), price(.parameters(above: 16, upTo: nil), 2),
        ])
        let rates = [1, 16, 17, Int.max].map {
            book.price(of: "acme", model: "m", totalParameters: $0)?.rate.microDollars
        }
        #expect(rates == [1, 1, 2, 2])
        #expect(book.price(of: "acme", model: "m", totalParameters: 0) == nil)
        #expect(book.price(of: "acme", model: "m") == nil)
    }

    @Test("a price by name comes before one by size")
    func nameFirst() {
        let book = PriceBook([price(.parameters(above: 0, upTo: nil), 1), price(.model("m"), 2)])
        #expect(book.price(of: "acme", model: "m", totalParameters: 5)?.rate.microDollars == 2)
        #expect(book.price(of: "acme", model: "n", totalParameters: 5)?.rate.microDollars == 1)
    }

    @Test("a context priced apart is only found when it is asked for, or when it is the only one")
    func contexts() {
        let book = PriceBook([
            price(.model("m"), 1), price(.model("m"), 2, context: "128K"),
            price(.model("only"), 3, context: "64K"),
            price(.model("two"), 4, context: "64K"), price(.model("two"), 5, context: "256K"),
        ])
        #expect(book.price(of: "acme", model: "m")?.rate.microDollars == 1)
        #expect(book.price(of: "acme", model: "m", context: "128k")?.rate.microDollars == 2)
        #expect(book.price(of: "acme", model: "m", context: "64K") == nil)
        #expect(book.price(of: "acme", model: "only")?.rate.microDollars == 3)
        #expect(book.price(of: "acme", model: "two") == nil)
        #expect(book.price(of: "acme", model: "two", context: "256K")?.rate.microDollars == 5)
    }

    @Test("of several prices the latest is taken, in any order")
    func latest() {
        let dated = [
            price(.model("m"), 1, date: .read("2026-07-10")),
            price(.model("m"), 2, date: .effective("2026-09-11")),
            price(.model("m"), 3),
        ]
        #expect(PriceBook(dated).price(of: "acme", model: "m")?.rate.microDollars == 2)
        #expect(PriceBook(dated.reversed()).price(of: "acme", model: "m")?.rate.microDollars == 2)
    }

    @Test(
        "targets and days read as words",
        arguments: [
            (PriceTarget.model("m").description, "m"),
            (PriceTarget.parameters(above: 0, upTo: 16_000_000_000).description, "up to 16B parameters"),
            (
                PriceTarget.parameters(above: 16_000_000_000, upTo: 80_000_000_000).description,
                "16B to 80B parameters"
            ),
            (PriceTarget.parameters(above: 300_000_000, upTo: nil).description, "over 300M parameters"),
            (PriceTarget.parameters(above: 0, upTo: 1_234).description, "up to 1,234 parameters"),
            (PriceDate.effective("2026-09-11").description, "in effect from 2026-09-11"),
            (PriceDate.read("2026-10-08").description, "read 2026-10-08"),
            (PriceDate.undated.description, "undated"),
        ])
    func words(text: String, expected: String) {
        #expect(text == expected)
    }
}
