import Testing
import TuneTransfer

@testable import TuneServices

@Suite("an export names its repository")
struct HubExportTests {
    @Test("a repository is written as user/name", arguments: ["me", "me/", "/x", "a/b/c", "a b/c", ""])
    func repositories(_ text: String) {
        #expect(HubExport(to: text, token: Secret("hf_x")) == nil)
    }
}
