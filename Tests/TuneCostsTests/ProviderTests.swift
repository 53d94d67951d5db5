import Testing
import TuneCosts

@Suite("Providers")
struct ProviderTests {
    @Test("each is found by its id, and no two share one")
    func ids() {
        #expect(Provider.all.count >= 11)
        #expect(Set(Provider.all.map(\.id)).count == Provider.all.count)
        for provider in Provider.all {
            #expect(Provider.named(provider.id.uppercased()) == provider)
            #expect(provider.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
        }
        #expect(Provider.named("nobody") == nil)
    }

    @Test(
        "the minimum per job is the published one",
        arguments: [
            ("nscale", "2.00"), ("together", "4.00"), ("mistral", "4.00"), ("fireworks", nil), ("ori", nil),
        ])
    func minimums(id: String, minimum: String?) throws {
        #expect(try #require(Provider.named(id)).rule.minimum?.decimal == minimum)
    }

    @Test("Together says that some models have another minimum, and bills padding")
    func together() {
        #expect(Provider.together.rule.minimumNote?.contains("$60.00") == true)
        #expect(Provider.together.rule.paddingBilled == true)
        #expect(Provider.fireworks.rule.paddingBilled == nil)
    }

    @Test("closed and closing services say so")
    func states() {
        #expect(Provider.nscale.state.phase == .offline)
        #expect(Provider.nscale.state.date == "2026-05-20")
        #expect(Provider.openAI.state.phase == .closing)
        #expect(Provider.mistral.state.phase == .closing)
        #expect(Provider.together.state.phase == .live)
    }

    @Test("Nscale's rule is known to be inferred, Together's and Ori's are stated")
    func inferred() {
        #expect(!Provider.nscale.rule.isStated)
        #expect(Provider.together.rule.isStated)
        #expect(Provider.ori.rule.isStated)
    }
}
