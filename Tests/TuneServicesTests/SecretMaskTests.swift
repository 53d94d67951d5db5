import Testing
import TuneTransfer

@testable import TuneServices

/// What is left of a text that holds secrets.
@Suite("secrets are taken out of texts")
struct SecretMaskTests {
    private static let mask = SecretMask([Secret("opaque/CANARY+value")])

    @Test(
        "known values, words after Bearer, values of telling keys, and what begins like a token",
        arguments: [
            ("the token opaque/CANARY+value is bad", "the token *** is bad"),
            ("Authorization: Bearer abc.def, again", "Authorization: Bearer ***, again"),
            ("bearer: abc", "bearer: ***"),
            ("x?X-Amz-Signature=abc%2F&Expires=9", "x?X-Amz-Signature=***&Expires=9"),
            ("x?sig=a&token=b&c=d", "x?sig=***&token=***&c=d"),
            ("hf_abcdefghij and eyJhbGciOi.J9.x", "*** and ***"),
        ])
    func masked(_ text: String, _ rest: String) {
        #expect(Self.mask.masked(text) == rest)
    }

    @Test(
        "ordinary words stay",
        arguments: [
            "", "the column `token` is missing", "tokens: 12", "x?page=2&limit=10", "half_eyJ", "a  b\tc\nd",
            "hf_x",
        ])
    func kept(_ text: String) {
        #expect(Self.mask.masked(text) == text)
    }

    @Test("a value too short to be a secret is not searched for")
    func short() {
        #expect(SecretMask([Secret("a")]).masked("a banana") == "a banana")
    }
}
