import TestSupport
import Testing
import TuneText

@Suite("personal data and secrets are not shown")
struct MaskingTests {
    /// A secret in pieces, so that no scanner takes it for a real one.
    private static func made(_ pieces: String...) -> String { pieces.joined() }

    static let secrets = [
        made("hf", "_AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEfGh"), made("sk", "-proj-a1b2c3d4e5f6a7b8c9d0"),
        made("sk", "-a1B2c3D4e5F6g7H8"), made("AK", "IAIOSFODNN7EXAMPLE"), made("AS", "IAIOSFODNN7EXAMPLE"),
        made("gh", "p_0123456789abcdefABCDEF"), made("github", "_pat_0123456789abcdef"),
        made("xo", "xb-1234-5678-abcdEFGH"), made("AI", "zaSyA0123456789abcdef"),
        made("gl", "pat-0123456789abcdef"),
        made("ey", "JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w"),
    ]

    @Test("keys and tokens are hidden, wherever they stand in a line", arguments: secrets)
    func hidden(secret: String) {
        for (before, after) in [
            ("", ""), ("key: ", "."), ("\"", "\","), ("KEY=", ""), ("https://host/?key=", "&more"),
            ("(", ")"), ("語", "語"),
        ] {
            let masked = Masking.masked(before + secret + after)
            #expect(masked.hasPrefix(before))
            #expect(
                masked.dropFirst(before.count).prefix(secret.count).allSatisfy { "*.-".contains($0) },
                "\(before)")
            #expect(masked.hasSuffix(after))
            #expect(masked.count == (before + secret + after).count)
        }
    }

    @Test(
        "e-mail addresses are hidden, their shape is not",
        arguments: [
            ("jane.doe@example.org", "****.***@*******.***"), ("<a+b@x.io>", "<***@*.**>"),
            ("a_b@sub.x.co.uk", "***@***.*.**.**"),
            ("mailto:jd@example.org?subject=x", "mailto:**@*******.***?subject=x"),
            ("user=jd@example.org", "user=**@*******.***"),
            ("write to jd@example.org.", "write to **@*******.***."),
            ("jd@example.org/me@example.org", "**@*******.***/**@*******.***"),
            ("a@example.org,b@example.org", "*@*******.***,*@*******.***"),
        ])
    func addresses(text: String, masked: String) {
        #expect(Masking.masked(text) == masked)
    }

    @Test(
        "card numbers and other long numbers are hidden, with or without hyphens and spaces",
        arguments: [
            ("4111111111111111", "****************"), ("4111-1111-1111-1111", "****-****-****-****"),
            ("4111 1111 1111 1111", "**** **** **** ****"),
            ("card 3782 822463 10005.", "card **** ****** *****."),
            ("in 2019 4111 1111 1111 1111 or", "in 2019 **** **** **** **** or"),
            ("Pay 4111111111111111.", "Pay ****************."),
            ("1234567890123", "*************"), ("\"4111111111111111\"", "\"****************\""),
        ])
    func cards(text: String, masked: String) {
        #expect(Masking.masked(text) == masked)
    }

    @Test(
        "ordinary text is shown as it is",
        arguments: [
            "", "Do mitochondria play a role in remodelling lace plant leaves?",
            "doi:10.1186/1471-2407-13-512",
            "https://doi.org/10.1016/S0140-6736(20)30183-5", "https://example.org/a/b?c=d&e=1",
            "123456789012", "PMID 21645374",
            "2019 2020 2021 2022", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "3.14159265358979323846",
            "p < 0.001, n = 1,234,567",
            "@handle", "a@b", "x @ y.z", "sk-learn-compatible-estimator", "hf_hub_download_parameters",
            "sk-short", "eye-catching",
            "2024-01-31", "+49 30 1234567", "#### 72", "<<48/2=24>>", "snake_case_names_that_are_long", "e@",
            "語語語語語語語語語語語語語語語語",
        ])
    func ordinary(text: String) {
        #expect(Masking.masked(text) == text)
    }

    @Test("a secret is hidden behind a sign, left alone inside a word")
    func insideWords() {
        let secret = Self.secrets[2]
        #expect(Masking.masked("key.\(secret)").hasPrefix("key.**-"))
        #expect(Masking.masked("my-\(secret)").hasPrefix("my-**-"))
        #expect(Masking.masked("de\(secret)") == "de\(secret)")
    }

    @Test("the length never changes, and no secret is left, whatever stands around it")
    func length() {
        var (numbers, seed) = SeededGenerator.fresh()
        let pieces = Self.secrets + ["jd@example.org", "4111 1111 1111 1111", "word", "17", "1.", "e\u{301}"]
        let between = [" ", "=", "/", ".", "-", ",", "\r\n", "\0", "\"", "😀", "語", "\u{301}"]
        for _ in 0..<300 {
            let text = (0..<6).map { _ in
                (pieces.randomElement(using: &numbers) ?? "") + (between.randomElement(using: &numbers) ?? "")
            }.joined()
            let masked = Masking.masked(text)
            #expect(masked.unicodeScalars.count == text.unicodeScalars.count, "seed \(seed): \(text)")
            #expect(masked.count == text.count, "seed \(seed): \(text)")
            #expect(Self.secrets.allSatisfy { !masked.contains($0) }, "seed \(seed): \(text)")
        }
    }
}
