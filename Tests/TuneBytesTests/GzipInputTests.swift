import TestSupport
import Testing

@testable import TuneBytes

@Suite("Reading gzip")
struct GzipInputTests {
    private let poem = Array("It is a truth universally acknowledged, that a single man.\n".utf8)

    @Test("one member gives its text", arguments: [0, 1, 2, 1000, 400_000])
    func oneMember(size: Int) {
        let text = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        let reading = Reading(GzipInput(MemoryInput(GzipMember(text).bytes), path: "a.gz"))
        #expect(reading.error == nil)
        #expect(reading.bytes == text)
    }

    @Test("the texts of several members are joined, empty ones among them")
    func severalMembers() {
        let file = ["one", "", "two", "", ""].flatMap { GzipMember($0).bytes }
        let reading = Reading(GzipInput(MemoryInput(file), path: "a.gz"))
        #expect(reading.error == nil)
        #expect(reading.bytes == Array("onetwo".utf8))
    }

    @Test("every header field is stepped over", arguments: 0..<16)
    func headerFields(choice: Int) {
        var member = GzipMember(poem)
        if choice & 1 != 0 { member.extra = [0x42, 0x43, 2, 0, 0x1F, 0x8B] }
        if choice & 2 != 0 { member.name = "poem.txt" }
        if choice & 4 != 0 { member.comment = "a comment" }
        member.hasHeaderChecksum = choice & 8 != 0
        let reading = Reading(GzipInput(MemoryInput(member.bytes), path: "a.gz"))
        #expect(reading.error == nil)
        #expect(reading.bytes == poem)
    }

    @Test("a header whose own checksum is wrong is refused")
    func headerChecksum() {
        var member = GzipMember(poem)
        member.hasHeaderChecksum = true
        var file = member.bytes
        file[10] ^= 1
        #expect(isDamaged(Reading(GzipInput(MemoryInput(file), path: "a.gz")).error))
    }

    @Test("NUL padding behind the last member is stepped over", arguments: [1, 511, 300_000])
    func padding(count: Int) {
        let file = GzipMember(poem).bytes + [UInt8](repeating: 0, count: count)
        let reading = Reading(GzipInput(MemoryInput(file), path: "a.gz"))
        #expect(reading.error == nil)
        #expect(reading.bytes == poem)
    }

    @Test("padding behind an empty member is stepped over")
    func paddingBehindNothing() {
        let reading = Reading(GzipInput(MemoryInput(GzipMember("").bytes + [0, 0]), path: "a.gz"))
        #expect(reading.error == nil)
        #expect(reading.bytes.isEmpty)
    }

    @Test("other bytes behind the last member are refused with their offset")
    func trailingBytes() {
        let member = GzipMember(poem).bytes
        let plain = Reading(GzipInput(MemoryInput(member + Array("garbage".utf8)), path: "a.gz"))
        #expect(plain.error == .gzipTrailingBytes(path: "a.gz", compressed: member.count))
        #expect(plain.bytes == poem)
        let padded = Reading(GzipInput(MemoryInput(member + [0, 0, 0, 7]), path: "a.gz"))
        #expect(padded.error == .gzipTrailingBytes(path: "a.gz", compressed: member.count + 3))
        let resumed = Reading(GzipInput(MemoryInput(member + [0] + member), path: "a.gz"))
        #expect(resumed.error == .gzipTrailingBytes(path: "a.gz", compressed: member.count + 1))
    }

    @Test("the offset of what follows a long member counts every block read")
    func lateTrailingBytes() {
        var (generator, _) = SeededGenerator.fresh()
        let member = GzipMember(generator.bytes(400_000)).bytes
        let reading = Reading(GzipInput(MemoryInput(member + [7]), path: "a.gz"))
        #expect(reading.error == .gzipTrailingBytes(path: "a.gz", compressed: member.count))
        let cut = Reading(GzipInput(MemoryInput(Array(member.dropLast())), path: "a.gz"))
        #expect(
            cut.error == .gzipTruncated(path: "a.gz", compressed: member.count - 1, uncompressed: 400_000))
    }

    @Test("a cut behind all compressed data still gives all of the text")
    func cutChecksum() {
        let text = [UInt8](repeating: 0x61, count: 100_000)
        let member = GzipMember(text).bytes
        for missing in 1...9 {
            let input = GzipInput(MemoryInput(Array(member.dropLast(missing))), path: "a.gz")
            let reading = Reading(input, readSize: 10)
            #expect(reading.error != nil)
            #expect(reading.bytes.count > (missing < 9 ? 99_999 : 99_000))
        }
    }

    @Test("a cut at any byte inside a member is an error that says how much was read")
    func truncation() {
        let first = GzipMember("first part, ").bytes
        let file = first + GzipMember(poem).bytes
        let text = Array("first part, ".utf8) + poem
        for length in 1..<file.count where length != first.count {
            var texts: [[UInt8]] = []
            for readSize in [3, 4096] {
                let input = GzipInput(MemoryInput(Array(file[..<length])), path: "a.gz")
                let reading = Reading(input, readSize: readSize)
                let read = reading.bytes.count
                #expect(
                    reading.error == .gzipTruncated(path: "a.gz", compressed: length, uncompressed: read),
                    "cut after \(length) bytes, read by \(readSize)")
                #expect(text.starts(with: reading.bytes))
                #expect(length < first.count || read >= 12)
                texts.append(reading.bytes)
            }
            #expect(texts[0] == texts[1], "cut after \(length) bytes")
        }
        let whole = Reading(GzipInput(MemoryInput(first), path: "a.gz"))
        #expect(whole.error == nil)
        #expect(whole.bytes.count == 12)
    }

    @Test("every single flipped bit is refused or leaves the text as it was")
    func flippedBits() {
        var member = GzipMember(poem)
        member.name = "poem.txt"
        let file = member.bytes
        var harmless = 0
        for bit in 0..<(file.count * 8) {
            var flipped = file
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            let reading = Reading(GzipInput(MemoryInput(flipped), path: "a.gz"))
            if reading.error == nil {
                harmless += 1
                #expect(reading.bytes == poem, "bit \(bit)")
            }
        }
        #expect(harmless < 16 * 8, "only the time, the system and the name may change unnoticed")
    }

    @Test("damaged data is reported with how far reading came")
    func damage() {
        var file = GzipMember("first").bytes
        let offset = file.count
        var second = GzipMember(poem).bytes
        second[second.count - 8] ^= 0xFF
        file += second
        let reading = Reading(GzipInput(MemoryInput(file), path: "a.gz"))
        guard case .gzipDamaged("a.gz", let compressed, let uncompressed, let detail) = reading.error else {
            Issue.record("got \(String(describing: reading.error))")
            return
        }
        #expect(compressed > offset && compressed <= file.count)
        #expect(uncompressed == 5 + poem.count)
        #expect(detail.contains("check"))
    }

    @Test("any size of reads and of input blocks gives the same text", arguments: [1, 2, 3, 7, 64, 1000])
    func tinyBlocks(block: Int) throws {
        let text = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
        let file = GzipMember(text).bytes + GzipMember(poem).bytes + [0, 0, 0]
        for readSize in [1, 2, 5, 100, 5000] {
            let reading = Reading(
                GzipInput(DrippingInput(file, block: block), path: "a.gz"), readSize: readSize)
            #expect(reading.error == nil)
            #expect(reading.bytes == text + poem)
        }
    }

    @Test("text that deflates to almost nothing comes out whole in small reads")
    func highRatio() {
        let text = [UInt8](repeating: 0x61, count: 2_000_000)
        let input = GzipInput(MemoryInput(GzipMember(text).bytes), path: "a.gz")
        let reading = Reading(input, readSize: 1000)
        #expect(reading.error == nil)
        #expect(reading.bytes == text)
        #expect(input.produced == text.count)
    }

    @Test("a failure of the file below comes through")
    func upstreamFailure() {
        let failure = ByteError.failed(operation: .read, path: "a.gz", reason: "gone")
        let reading = Reading(GzipInput(FailingInput(GzipMember(poem).bytes, failure), path: "a.gz"))
        #expect(reading.error == failure)
    }

    @Test("gzip is known by its first two bytes")
    func recognition() {
        let known = [[0x1F, 0x8B], [0x1F], [0x8B, 0x1F], []].map { GzipInput.recognises($0.span) }
        #expect(known == [true, false, false, false])
    }

    private func isDamaged(_ error: ByteError?) -> Bool {
        if case .gzipDamaged = error { true } else { false }
    }
}

/// Gives half of its bytes and then fails.
private final class FailingInput: ByteStream {
    private var rest: [UInt8]
    private let failure: ByteError

    init(_ bytes: [UInt8], _ failure: ByteError) {
        rest = Array(bytes[..<(bytes.count / 2)])
        self.failure = failure
    }

    func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        guard !rest.isEmpty else { throw failure }
        defer { rest = [] }
        bytes += rest
        return rest.count
    }
}
