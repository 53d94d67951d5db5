import TestSupport
import Testing
import TuneBytes

@testable import TuneArchives

@Suite("Damaged archives")
struct ArchiveReaderTests {
    private static let files: KeyValuePairs<String, [UInt8]> = [
        "config.json": Array("{\"a\": 1}\n".utf8),
        "weights/w.bin": (0..<700).map { UInt8(truncatingIfNeeded: $0 * $0) },
    ]
    private static let tar = Tar.of(files)

    @Test("a good archive comes out byte for byte, in one member, in many, and stored")
    func good() throws {
        let expected = Dictionary(uniqueKeysWithValues: Self.files.map { ($0.key, $0.value) })
        let whole = Self.tar.ended
        for cut in [1, 511, 512, 700, whole.count - 1] {
            let members = Tar.gzip(Array(whole[..<cut])) + Tar.gzip([]) + Tar.gzip(Array(whole[cut...]))
            #expect(try ReadArchive(members).files == expected)
        }
        #expect(try ReadArchive(Tar.gzip(whole, level: 0)).files == expected)
        #expect(try ReadArchive(Self.tar.gzipped + [0, 0, 0]).files == expected)
        #expect(try ReadArchive(whole).notes == [.plainTar])
    }

    @Test("with one bit flipped anywhere it is refused, or comes out the same", arguments: [CInt(0), 6])
    func flips(_ level: CInt) throws {
        let archive = Tar.gzip(Self.tar.ended, level: level)
        let expected = try ReadArchive(archive)
        var unharmed = 0
        for bit in 0..<archive.count * 8 {
            var flipped = archive
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            guard let read = try? ReadArchive(flipped) else { continue }
            #expect(read == expected, "bit \(bit)")
            unharmed += 1
        }
        // The header's time, extra flags and system say nothing about the text, nor does the flag for text; deflate, too, has bits that nothing hangs on.
        #expect((49...160).contains(unharmed))
    }

    @Test("cut at any byte it is refused")
    func cuts() {
        let archive = Self.tar.gzipped
        for count in 0..<archive.count {
            #expect(refusal(of: Array(archive[..<count])) != nil, "\(count) bytes")
        }
    }

    @Test("a tar cut at any block is refused, but for its blocks of zeros in one whole member")
    func cutTars() throws {
        let whole = Self.tar.bytes
        for count in stride(from: 0, to: whole.count, by: 512) {
            #expect(
                refusal(of: Tar.gzip(Array(whole[..<count]))) != nil || [512 * 2].contains(count),
                "\(count) bytes")
        }
        #expect(try ReadArchive(Tar.gzip(whole)).notes == [.noEndBlocks])
        #expect(refusal(of: Tar.gzip(whole) + Tar.gzip([])) == .truncated(length: whole.count))
        #expect(refusal(of: whole) == .truncated(length: whole.count))
    }

    @Test("nothing may stand behind the end of the tar, in the same member or another")
    func hidden() {
        let more = Tar.of(["hidden.json": [1, 2, 3]]).ended
        let end = Self.tar.ended.count - 1024
        #expect(refusal(of: Tar.gzip(Self.tar.ended + more)) == .hidden(at: end))
        #expect(refusal(of: Self.tar.gzipped + Tar.gzip(more)) == .hidden(at: end))
        #expect(refusal(of: Tar.gzip(Self.tar.ended + [0, 0, 7])) == .hidden(at: end))
    }

    @Test("nothing but zeros may stand behind the last member")
    func trailing() {
        let archive = Self.tar.gzipped
        #expect(
            refusal(of: archive + [0, 1])
                == .source(.gzipTrailingBytes(path: "model.tar.gz", compressed: archive.count + 1)))
        #expect(refusal(of: archive + [0] + archive) != nil)
    }

    @Test("megabytes of zeros behind the last member are stepped over")
    func zeroTailTrials() throws {
        let zeros = Trials.count(short: 1 << 22, long: 1 << 26)
        let tail = ZeroTail(behind: Self.tar.gzipped, zeros: zeros)
        let reader = try ArchiveReader(tail, name: "model.tar.gz", limits: ArchiveLimits())
        var entries = 0
        while try reader.next() != nil { entries += 1 }
        #expect(entries == 2)
    }

    @Test("what is no archive is called what it is")
    func otherKinds() {
        func kind(_ bytes: [UInt8]) -> ArchiveKind? {
            switch refusal(of: bytes) {
            case .notAnArchive(let kind, _), .notTar(let kind, _): kind
            default: nil
            }
        }
        #expect(kind(Array("<html>expired</html>\n".utf8)) == .markup)
        #expect(kind(Array("\u{FEFF}  <?xml?>".utf8)) == .markup)
        #expect(kind(Array("{\"code\":\"internal\"}".utf8)) == .json)
        #expect(kind(Array("not found\n".utf8)) == .text)
        #expect(kind([0x50, 0x4B, 3, 4, 0]) == .named("a zip file"))
        #expect(kind([0, 1, 2]) == .unknown)
        #expect(kind(Tar.gzip(Self.tar.gzipped)) == .gzip)
        #expect(kind(Tar.gzip(Array("<html>".utf8))) == .markup)
        #expect(refusal(of: []) == .empty)
    }

    @Test("whatever is changed, nothing but names and kinds of the policy come out")
    func noise() {
        var (random, seed) = SeededGenerator.fresh()
        for turn in 0..<3_000 {
            var tar = Self.tar.ended
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                tar[Int.random(in: 0..<1_536, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            repairChecksums(&tar)
            guard let read = try? ReadArchive(Tar.gzip(tar, level: 1), free: 1 << 20) else { continue }
            for path in read.files.keys {
                #expect(
                    (try? EntryName(Array(path.utf8), isFolder: false)) != nil, "seed \(seed), turn \(turn)")
            }
        }
    }

    /// Makes the checksums of the first and the third block right, so that noise gets further.
    private func repairChecksums(_ tar: inout [UInt8]) {
        for start in [0, 1_024] {
            tar.replaceSubrange(start + 148..<start + 156, with: Array("        ".utf8))
            let sum = String(tar[start..<start + 512].reduce(0) { $0 + Int($1) }, radix: 8)
            let field = String(repeating: "0", count: max(0, 6 - sum.count)) + sum + "\0 "
            tar.replaceSubrange(start + 148..<start + 156, with: Array(field.utf8.prefix(8)))
        }
    }
}

/// Bytes with many zeros behind them.
private final class ZeroTail: ByteStream {
    private let front: MemoryInput
    private var zeros: Int

    init(behind bytes: [UInt8], zeros: Int) {
        front = MemoryInput(bytes)
        self.zeros = zeros
    }

    func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        let got = try front.read(count, into: &bytes)
        if got > 0 { return got }
        let more = min(count, zeros)
        zeros -= more
        bytes.append(contentsOf: repeatElement(0, count: more))
        return more
    }
}
