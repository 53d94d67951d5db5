import Foundation
import Testing

@testable import tuneprep_sandbox

/// The examples of RFC 4231, and of FIPS 180-4 by NIST.
@Suite("What contents and signatures are told by")
struct DigestTests {
    @Test(
        "SHA-256 is what NIST says it is",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func hash(of text: String, expected: String) {
        #expect(Digest.text(of: Digest.sha256(Data(text.utf8))) == expected)
    }

    @Test("HMAC is what RFC 4231 says it is, with keys shorter and longer than a block", arguments: published)
    func code(key: Data, message: Data, expected: String) {
        #expect(Digest.text(of: Digest.hmac(of: message, key: key)) == expected)
    }

    static let published: [(Data, Data, String)] = [
        (
            Data(repeating: 0x0B, count: 20), Data("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Data("Jefe".utf8), Data("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            Data(repeating: 0xAA, count: 20), Data(repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            Data(repeating: 0xAA, count: 131),
            Data("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ]
}
