import Testing

@testable import TuneTransfer

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
            (
                #"{"url":"x?a=1\u0026X-Amz-Signature=abc/d+e","b":1}"#,
                #"{"url":"x?a=1\u0026X-Amz-Signature=***","b":1}"#
            ),
            (#"{"access_token": "ab/cd", "n": 1}"#, #"{"access_token": "***", "n": 1}"#),
            ("Bearer ab/cd+ef=; x", "Bearer ***; x"),
            (#"{"authorization":"Bearer ab/cd"}"#, #"{"authorization":"Bearer ***"}"#),
            ("Authorization=Bearer ab/cd", "Authorization=Bearer ***"),
            (#""authorization": "Basic abc==""#, #""authorization": "Basic ***""#),
            (#"{"token":"ab\/cd"}"#, #"{"token":"***"}"#), (#""token" : "x""#, #""token" : "***""#),
            ("{'token': 'x'}", "{'token': '***'}"),
            ("x?sig=ab/cd+ef==&c=d", "x?sig=***&c=d"),
            ("hf_abcdefghij and eyJhbGciOi.J9.x", "*** and ***"),
        ])
    func masked(_ text: String, _ rest: String) {
        #expect(Self.mask.masked(text) == rest)
    }

    @Test(
        "ordinary words stay",
        arguments: [
            "", "the column `token` is missing", "a token: wrong", "x?sig=&c=d", "the bearer", "design=1&x=2",
            "eos_token=</s>", "token bucket", "basic=1",
            "tokens: 12", "x?page=2&limit=10", "half_eyJ", "a  b\tc\nd",
            "hf_x",
        ])
    func kept(_ text: String) {
        #expect(Self.mask.masked(text) == text)
    }

    @Test(
        "a known value is found as addresses and headers write it, and where the end cuts it",
        arguments: [
            ("x opaque%2FCANARY%2Bvalue y", "x *** y"), ("b3BhcXVlL0NBTkFSWSt2YWx1ZQ==", "***=="),
            ("the token opaque/CANA", "the token ***"), ("said twice: b3BhcXVlL0NB", "said twice: ***"),
            ("this is opa", "this is opa"),
        ])
    func spelled(_ text: String, _ rest: String) {
        #expect(Self.mask.masked(text) == rest)
    }

    @Test("what an address carries behind its question mark is a secret where a server repeats it")
    func address() throws {
        let signed = try #require(WebAddress("https://store.example/x?X-Sign=CANARY%2Fvalue&n=7"))
        let mask = SecretMask([]).and(signed)
        #expect(mask.masked("no: CANARY%2Fvalue, 7") == "no: ***, 7")
        #expect(mask.masked("no: CANARY/value at /x") == "no: *** at /x")
    }

    @Test("from a text that names something only what is known is taken")
    func names() {
        #expect(Self.mask.withoutKnown("sk-learn-trials token=5 opaque") == "sk-learn-trials token=5 opaque")
        #expect(Self.mask.withoutKnown("is opaque/CANARY+value") == "is ***")
    }

    @Test("a value too short to be a secret is not searched for")
    func short() {
        #expect(SecretMask([Secret("a")]).masked("a banana") == "a banana")
    }
}
