/// Reads runs of gzip members that tell their own length, a run at a time, its members side by side. Holds at
/// most 64 members of at most 64 KiB: 4 MiB of text, 4 MiB as stored and a block read ahead, besides zlib's
/// state for each worker.
final class BlockReader {
    private let inflater: BlockInflater
    private var text: [UInt8] = []
    private var taken = 0
    private var isTrusted = true

    private static let blockLimit = 64

    init(workers: Int) {
        inflater = BlockInflater(workers: workers)
    }

    /// Takes the members at the front of `input` as far as they are what they say. The first that is not ends
    /// this for good: a file full of such members would be inflated many times over.
    func fill(from input: inout ReadAhead) {
        guard isTrusted, taken == text.count else { return }
        text.removeAll(keepingCapacity: true)
        taken = 0
        let blocks = Self.run(in: &input)
        guard !blocks.isEmpty else { return }
        let whole = inflater.inflate(blocks, of: input.rest, into: &text)
        isTrusted = whole == blocks.count
        if whole > 0 { input.advance(blocks[whole - 1].stored.upperBound) }
    }

    /// Hands out up to `count` bytes of text; nil when there are none left.
    func take(_ count: Int, into bytes: inout [UInt8]) -> Int? {
        guard taken < text.count else { return nil }
        let end = min(taken + count, text.count)
        defer { taken = end }
        text.span.extracting(taken..<end).append(to: &bytes)
        return end - taken
    }

    private static func run(in input: inout ReadAhead) -> [GzipBlock] {
        var blocks: [GzipBlock] = []
        while blocks.count < blockLimit, let block = GzipBlock(after: blocks.last, in: &input) {
            blocks.append(block)
        }
        return blocks
    }
}
