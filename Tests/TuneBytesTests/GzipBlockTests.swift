import TestSupport
import Testing

@testable import TuneBytes

@Suite("Reading gzip members side by side")
struct GzipBlockTests {
    private static let workers = [2, 7]

    @Test(
        "any text cut anywhere comes out whole, whatever the number of workers, the reads and the blocks of input"
    )
    func randomTexts() {
        var (generator, seed) = SeededGenerator.fresh()
        for round in 0..<30 {
            let texts = generator.texts()
            let file = texts.flatMap { GzipMember($0).block().bytes }
            let text = texts.flatMap { $0 }
            for workers in [1] + Self.workers {
                let readSize = Int.random(in: 1...(round % 2 == 0 ? 1000 : 300_000), using: &generator)
                let block = Int.random(in: 1...(round % 3 == 0 ? 500 : 200_000), using: &generator)
                let outcome = Outcome(file, workers: workers, readSize: readSize, block: block)
                let isWhole = outcome == Outcome(bytes: text, error: nil, produced: text.count)
                #expect(isWhole, "seed \(seed), round \(round), workers \(workers), reads of \(readSize)")
            }
        }
    }

    @Test("any mixture of members, padding and lies reads as it does in turn")
    func mixtures() {
        var (generator, seed) = SeededGenerator.fresh()
        for round in 0..<400 {
            let pieces = Int.random(in: 1...(round % 10 == 0 ? 200 : 8), using: &generator)
            let oddity = Int.random(in: 1...100, using: &generator)
            let file = (0..<pieces).flatMap { _ in generator.piece(oddity: oddity) }
            expectSame(file, &generator, "seed \(seed), round \(round)")
        }
    }

    @Test("a bit flipped or a cut anywhere in a long file reads as it does in turn")
    func damagedFiles() {
        var (generator, seed) = SeededGenerator.fresh()
        let file = (0..<150).flatMap { _ in GzipMember(generator.text(upTo: 20_000)).block().bytes }
        for round in 0..<100 {
            var damaged = file
            let offset = Int.random(in: 0..<file.count, using: &generator)
            if round % 2 == 0 { damaged[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
            if round % 4 != 0 { damaged.removeLast(Int.random(in: 0..<file.count, using: &generator)) }
            expectSame(damaged, &generator, "seed \(seed), round \(round)")
        }
    }

    @Test("every bit flipped and every cut of a short file reads as it does in turn")
    func everyDamage() {
        var (generator, seed) = SeededGenerator.fresh()
        let file = ["it is a truth", "", "universally, universally, universally"].flatMap {
            GzipMember($0).block(behind: [0x52, 0x41, 1, 0, 7]).bytes
        }
        for bit in 0..<(file.count * 8) {
            var flipped = file
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            expectSame(flipped, &generator, "seed \(seed), bit \(bit)")
        }
        for length in 0...file.count {
            expectSame(Array(file[..<length]), &generator, "seed \(seed), cut after \(length)")
        }
    }

    @Test("a failure or an end of the file below comes once, behind the text before it")
    func interruptions() {
        let failure = ByteError.failed(operation: .read, path: "a.gz", reason: "gone")
        let file = (0..<100).flatMap { GzipMember("member \($0), ").block().bytes }
        for (stop, error) in [(.failure(failure), failure), (.success([]), nil)] as [(Step, ByteError?)] {
            let cut = 50 * GzipMember("member 10, ").block().bytes.count - 10
            let steps = [.success(Array(file[..<cut])), stop, .success(Array(file[cut...]))]
            let readings = [1, 2].map {
                Reading(GzipInput(ScriptedInput(steps), path: "a.gz", workers: $0), readSize: 10)
            }
            #expect(readings[0].error == readings[1].error)
            #expect(readings[0].bytes == readings[1].bytes)
            #expect(error == nil || readings[1].error == error)
            #expect(readings[1].bytes.count > 400)
        }
    }

    @Test("one run takes 64 members that tell their size, and what follows stays")
    func run() {
        let file = (0..<70).flatMap { GzipMember("<\($0)>").block(behind: [0, 0, 0, 0]).bytes }
        let (text, rest) = firstRun(file)
        #expect(text == (0..<64).map { "<\($0)>" }.joined())
        #expect(rest == (64..<70).flatMap { GzipMember("<\($0)>").block(behind: [0, 0, 0, 0]).bytes })
    }

    @Test(
        "a run ends before a member that tells no size, or a wrong one, or too long a text",
        arguments: [
            GzipMember("plain"), GzipMember("long").block(off: 1), GzipMember("short").block(off: -1),
            GzipMember("tiny").block(off: -20), GzipMember([UInt8](repeating: 0, count: 65537)).block(),
        ])
    func runEnd(odd: GzipMember) {
        let tail = odd.bytes + GzipMember("after").block().bytes
        let (text, rest) = firstRun(GzipMember("before").block().bytes + tail)
        #expect(text == "before")
        #expect(rest == tail)
    }

    @Test("a member that cannot be inflated as it says ends the runs for good")
    func distrust() {
        var damaged = GzipMember("damaged").block().bytes
        damaged[damaged.count - 8] ^= 1
        var input = ReadAhead(MemoryInput(damaged + GzipMember("after").block().bytes))
        let reader = BlockReader(workers: 2)
        reader.fill(from: &input)
        input.advance(damaged.count)
        reader.fill(from: &input)
        var text: [UInt8] = []
        #expect(reader.take(5, into: &text) == nil)
    }

    @Test("a text of 64 KiB is in a run")
    func longestText() {
        let (text, rest) = firstRun(GzipMember([UInt8](repeating: 0x61, count: 65536)).block().bytes)
        #expect(text.utf8.count == 65536)
        #expect(rest.isEmpty)
    }

    private func firstRun(_ file: [UInt8]) -> (text: String, rest: [UInt8]) {
        var input = ReadAhead(MemoryInput(file))
        let reader = BlockReader(workers: 2)
        reader.fill(from: &input)
        var text: [UInt8] = []
        while reader.take(5, into: &text) != nil {}
        var rest: [UInt8] = []
        input.rest.append(to: &rest)
        return (String(decoding: text, as: UTF8.self), rest)
    }

    private func expectSame(
        _ file: [UInt8], _ generator: inout SeededGenerator, _ comment: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        let inTurn = Outcome(file, workers: 1, readSize: 4096, block: file.count)
        for workers in Self.workers {
            let readSize = Int.random(in: 1...5000, using: &generator)
            let block = Int.random(in: 1...max(1, file.count), using: &generator)
            let outcome = Outcome(file, workers: workers, readSize: readSize, block: block)
            let isSame = outcome == inTurn
            #expect(
                isSame,
                """
                \(comment), workers \(workers), reads of \(readSize), blocks of \(block): \
                \(outcome.summary) instead of \(inTurn.summary)
                """, sourceLocation: location)
        }
    }
}

private typealias Step = Result<[UInt8], ByteError>

/// Gives what each step says, one at a read, and then nothing.
private final class ScriptedInput: ByteStream {
    private var steps: [Step]

    init(_ steps: [Step]) {
        self.steps = steps
    }

    func read(_ count: Int, into bytes: inout [UInt8]) throws(ByteError) -> Int {
        guard !steps.isEmpty else { return 0 }
        let got = try steps.removeFirst().get()
        bytes += got
        return got.count
    }
}

private struct Outcome: Equatable {
    var bytes: [UInt8]
    var error: ByteError?
    var produced: Int

    var summary: String { "\(bytes.count) bytes, \(error.map { "\($0)" } ?? "no error")" }
}

extension Outcome {
    fileprivate init(_ file: [UInt8], workers: Int, readSize: Int, block: Int) {
        let input = GzipInput(DrippingInput(file, block: block), path: "a.gz", workers: workers)
        let reading = Reading(input, readSize: readSize)
        self.init(bytes: reading.bytes, error: reading.error, produced: input.produced)
    }
}

extension SeededGenerator {
    fileprivate mutating func text(upTo limit: Int) -> [UInt8] {
        let alphabet = Int.random(in: 1...256, using: &self)
        return bytes(Int.random(in: 0...limit, using: &self), below: alphabet)
    }

    /// Few long texts or many short ones.
    fileprivate mutating func texts() -> [[UInt8]] {
        let isLong = Bool.random(using: &self)
        let count = Int.random(in: 0...(isLong ? 5 : 300), using: &self)
        return (0..<count).map { _ in text(upTo: isLong ? 65_280 : 500) }
    }

    /// A member that tells its size or, `oddity` times of a hundred, something else.
    fileprivate mutating func piece(oddity: Int) -> [UInt8] {
        let member = GzipMember(text(upTo: 300))
        guard Int.random(in: 0..<100, using: &self) < oddity else { return member.block().bytes }
        switch Int.random(in: 0..<7, using: &self) {
        case 0, 1: return member.bytes
        case 2: return GzipMember("").block().bytes
        case 3: return [UInt8](repeating: 0, count: Int.random(in: 1...40, using: &self))
        case 4: return member.block(off: Int.random(in: -40...40, using: &self)).bytes
        case 5: return GzipMember([UInt8](repeating: 7, count: 70_000)).block().bytes
        default: return text(upTo: 30)
        }
    }
}
