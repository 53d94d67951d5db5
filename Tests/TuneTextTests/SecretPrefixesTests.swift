import Testing
import TuneText

@Suite("Beginnings of secrets")
struct SecretPrefixesTests {
    @Test("each is masked when a secret follows it", arguments: SecretPrefixes.all)
    func masked(prefix: String) {
        let secret = prefix + "A1b2C3d4E5f6G7h8"
        let masked = Masking.masked("the key is \(secret)")
        #expect(masked.hasPrefix("the key is *"))
        #expect(!masked.contains("A1b2C3d4E5f6G7h8"))
    }

    @Test("no beginning is listed twice, nor begins with another")
    func unique() {
        for (index, prefix) in SecretPrefixes.all.enumerated() {
            let others = SecretPrefixes.all[..<index] + SecretPrefixes.all[(index + 1)...]
            #expect(!others.contains { prefix.hasPrefix($0) }, "\(prefix)")
        }
    }

    @Test("a beginning alone, or with an ordinary word after it, is no secret", arguments: SecretPrefixes.all)
    func alone(prefix: String) {
        #expect(Masking.masked(prefix) == prefix)
        #expect(Masking.masked(prefix + "ordinary-words-only") == prefix + "ordinary-words-only")
    }
}
