import Foundation
import TestSupport
import Testing

@testable import TuneTransfer

@Suite("What addresses and header fields say")
struct FieldTests {
    @Test("a secret shows nothing of itself")
    func secret() {
        let secret = Secret("hf_CANARY")
        var dumped = ""
        dump(secret, to: &dumped)
        dump(TransportRequest(address: WebAddress("https://a/?x=CANARY")!, token: secret), to: &dumped)
        for text in [
            "\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(Optional(secret) as Any)",
        ] {
            #expect(!text.contains("CANARY"), "\(text)")
        }
        #expect(secret.withValue { $0 } == "hf_CANARY")
    }

    @Test(
        "addresses that are none",
        arguments: [
            "", "a", "/a", "ftp://a/", "https:///x", "https://u@a/", "https://u:p@a/", "https://a:0/",
            "https://a:99999/",
            "https://a:x/", "https://[::1/", "https://a\n/", "https://[]/", "mailto:a@b", "https://a:+1/",
        ])
    func badAddress(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test(
        "an address is resolved as RFC 3986 says",
        arguments: [
            ("g", "/b/c/g"), ("./g", "/b/c/g"), ("g/", "/b/c/g/"), ("/g", "/g"), ("?y", "/b/c/d?y"),
            ("g?y", "/b/c/g?y"),
            ("g#s", "/b/c/g"), ("", "/b/c/d?q"), (".", "/b/c/"), ("./", "/b/c/"), ("..", "/b/"),
            ("../", "/b/"),
            ("../g", "/b/g"), ("../..", "/"), ("../../g", "/g"), ("../../../g", "/g"), ("/./g", "/g"),
            ("/../g", "/g"),
            ("g.", "/b/c/g."), (".g", "/b/c/.g"), ("g..", "/b/c/g.."), ("./../g", "/b/g"),
            ("g/./h", "/b/c/g/h"),
            ("g/../h", "/b/c/h"), ("a b", "/b/c/a%20b"),
        ])
    func resolving(reference: String, expected: String) throws {
        let base = try #require(WebAddress("http://a/b/c/d?q"))
        #expect(base.resolving(reference)?.text == "http://a" + expected)
    }

    @Test(
        "this machine is known by its names only",
        arguments: [
            ("http://localhost:1/", true), ("http://127.0.0.1/", true), ("http://127.9.8.7/", true),
            ("http://[::1]:80/", true),
            ("http://127.0.0.1.example/", false), ("http://localhost.example/", false),
            ("http://128.0.0.1/", false),
            ("http://127.1/", false),
        ])
    func loopback(text: String, expected: Bool) throws {
        #expect(try #require(WebAddress(text)).origin.isLoopback == expected)
    }

    @Test("dates are read as Foundation writes them")
    func dates() {
        var (generator, seed) = SeededGenerator.fresh()
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        for _ in 0..<500 {
            let seconds = Int.random(in: 0..<8_000_000_000, using: &generator)
            let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(HTTPDate.seconds(text) == seconds, "seed \(seed): \(text)")
        }
        #expect(HTTPDate.seconds("Sunday, 06-Nov-94 08:49:37 GMT") == nil)
    }

    @Test("what is noted of a part comes back, whatever it holds; damage gives nothing")
    func state() {
        var state = PartState(source: "https://a/\"\\\u{1}ü")
        state.validator = .tag("\"x\\\"")
        (state.total, state.offset, state.hash) = (7, 3, "ab")
        state.checksum = .gitBlob(String(repeating: "0", count: 40))
        #expect(PartState(json: state.json) == state)
        #expect(PartState(json: PartState(source: "https://a/").json) == PartState(source: "https://a/"))
        for end in state.json.indices.dropLast(2) {
            #expect(PartState(json: Array(state.json[..<end])) == nil)
        }
        #expect(PartState(json: state.json + [0x31]) == nil)
    }

    @Test("pauses grow to a minute, and chance takes from them")
    func pauses() {
        let policy = TransferPolicy()
        #expect(
            (0..<9).map { policy.pause(failures: $0, chance: 1) } == [
                .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16),
                .seconds(32),
                .seconds(60), .seconds(60),
            ])
        #expect(policy.pause(failures: 5, chance: 0) == .zero)
    }

    @Test("silence for half a minute and a trickle for a whole one are noticed, a pause is not")
    func speed() {
        let complaints = { (count: (Int) -> Int) in
            var gauge = SpeedGauge(policy: TransferPolicy())
            return (0..<200).first { gauge.stall(count: count($0), at: .seconds($0)) != nil }
        }
        let patient = (0..<200).first { second in
            var gauge = SpeedGauge(policy: TransferPolicy())
            _ = gauge.stallOfAnswer(at: .zero)
            return gauge.stallOfAnswer(at: .seconds(second)) != nil
        }
        #expect(patient == 120)
        #expect(complaints { _ in 0 } == 30)
        #expect(complaints { min($0, 40) * 9999 } == 70)
        #expect(complaints { $0 } == 60)
        #expect(complaints { $0 * 1024 } == nil)
        #expect(complaints { $0 / 25 * 100_000 } == nil)
    }

    @Test("a proxy is taken from the environment, in small letters first, and not for exceptions")
    func proxies() throws {
        let settings = ProxySettings(environment: [
            "HTTPS_PROXY": "http://big:1", "https_proxy": "u:p%40ss@small:3128", "ALL_PROXY": "http://all:9",
            "NO_PROXY": "direct.example, .inner.example,port.example:8443",
        ])
        let proxy = { (text: String) in
            try settings.proxy(for: try #require(WebAddress(text)).origin)
        }
        let small = try #require(try proxy("https://a.example/"))
        #expect((small.host, small.port) == ("small", 3128))
        #expect(small.login == Secret("u:p@ss"))
        #expect(try proxy("http://a.example/")?.host == "all")
        for text in [
            "https://direct.example/", "https://x.direct.example/", "https://y.inner.example/",
            "https://localhost/",
            "https://port.example:8443/", "http://127.0.0.1:1/",
        ] {
            #expect(try proxy(text) == nil, "\(text)")
        }
        #expect(try proxy("https://port.example/") != nil)
        #expect(try proxy("https://indirect.example/") != nil)
        let socks = ProxySettings(environment: ["https_proxy": "socks5://p:1"])
        #expect(throws: TransportFailure.self) { try socks.proxy(for: WebAddress("https://a/")!.origin) }
    }

    @Test("logins are written in base 64")
    func base64() {
        for text in ["", "a", "ab", "abc", "user:pässword"] {
            #expect(Base64.text(of: text) == Data(text.utf8).base64EncodedString())
        }
    }
}
