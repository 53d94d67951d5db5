import TestSupport
import Testing
import TuneBytes

/// The published texts are those of FIPS 180-4 (NIST), RFC 3174 and RFC 1321.
@Suite("Hashes that others know files by")
struct HashFunctionTests {
    private static let short = "abc"
    private static let of448Bits = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    private static let of896Bits =
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu"

    @Test(
        "SHA-256 is what NIST says it is",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (short, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (of448Bits, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
            (of896Bits, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
        ])
    func sha256(of text: String, expected: String) {
        #expect(SHA256(Array(text.utf8)).hexadecimal == expected)
    }

    @Test(
        "SHA-1 is what NIST and RFC 3174 say it is",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            (short, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (of448Bits, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
            (of896Bits, "a49b2446a02c645bf419f995b67091253a04a259"),
        ])
    func sha1(of text: String, expected: String) {
        #expect(SHA1(Array(text.utf8)).hexadecimal == expected)
    }

    @Test(
        "MD5 is what RFC 1321 says it is",
        arguments: [
            ("", "d41d8cd98f00b204e9800998ecf8427e"), (short, "900150983cd24fb0d6963f7d28e17f72"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
            ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
            (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
        ])
    func md5(of text: String, expected: String) {
        #expect(MD5(Array(text.utf8)).hexadecimal == expected)
    }

    @Test("a million times the letter a, a thousand at a time")
    func million() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
        var (sha256, sha1, md5) = (SHA256(), SHA1(), MD5())
        for _ in 0..<1000 {
            sha256.update(letters)
            sha1.update(letters)
            md5.update(letters)
        }
        #expect(sha256.hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(sha1.hexadecimal == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
        #expect(md5.hexadecimal == "7707d6ae4e027c70eea2a935c2296f21")
    }

    private func unlikeTextbook(_ text: [UInt8]) -> Bool {
        SHA256(text).digest != TextbookSHA256.digest(of: text)
    }

    @Test("every length up to four blocks is hashed as the standard says")
    func lengths() {
        let text = (0..<260).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
        let wrong = (0...text.count).filter { unlikeTextbook(Array(text.prefix($0))) }
        #expect(wrong.isEmpty)
    }

    @Test("invented texts are hashed as the standard says")
    func inventedTexts() {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<100 {
            let text = (0..<Int.random(in: 0...1500, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            let isWrong = unlikeTextbook(text)
            #expect(!isWrong, "seed \(seed), \(text.count) bytes")
        }
    }

    /// The lengths of text and the first piece whose hash is not that of the whole.
    private func wrongSplits<Hash: HashFunction>(_: Hash.Type) -> [Range<Int>] {
        let text = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 91 &+ 5) }
        return (0...text.count).flatMap { length in
            let whole = Hash(Array(text[..<length])).digest
            return (0...length).filter { split in
                var hash = Hash()
                hash.update(text.span.extracting(0..<split))
                hash.update(text.span.extracting(split..<length))
                return hash.digest != whole
            }.map { $0..<length }
        }
    }

    @Test("a text cut in two anywhere has the hash of the whole")
    func splits() {
        #expect(wrongSplits(SHA256.self).isEmpty)
        #expect(wrongSplits(SHA1.self).isEmpty)
        #expect(wrongSplits(MD5.self).isEmpty)
    }

    private func expectCopiesApart<Hash: HashFunction>(_: Hash.Type, at fork: Int) {
        let opening = [UInt8](repeating: 7, count: fork)
        var one = Hash(opening)
        let kept = one
        var other = one
        one.update([1, 2, 3])
        other.update([4])
        other.update([UInt8](repeating: 5, count: 100))
        #expect(one.digest == Hash(opening + [1, 2, 3]).digest)
        #expect(other.digest == Hash(opening + [4] + [UInt8](repeating: 5, count: 100)).digest)
        #expect(kept.digest == Hash(opening).digest)
    }

    @Test("a copy goes on by itself", arguments: [0, 1, 55, 56, 63, 64, 65, 1000])
    func copies(fork: Int) {
        expectCopiesApart(SHA256.self, at: fork)
        expectCopiesApart(SHA1.self, at: fork)
        expectCopiesApart(MD5.self, at: fork)
    }

    @Test("who has asked for the hash may go on")
    func goesOn() {
        var hash = SHA256()
        for end in 0..<200 {
            let text = [UInt8](repeating: 9, count: end)
            #expect(hash.digest == SHA256(text).digest)
            #expect(hash.digest.count == 32)
            hash.update([9])
        }
    }
}
