import Dispatch
import Synchronization

// Unsafe code: workers write side by side into memory lent by an `OutputSpan`. Invariants: the texts of blocks
// do not overlap and lie inside that memory; each block is given to one worker, which alone uses its
// `Inflater`; `concurrentPerform` returns when all are done; only texts written whole are handed back.

/// Inflates gzip members side by side.
final class BlockInflater {
    private let workers: Int
    private var inflaters: [Inflater] = []

    init(workers: Int) {
        self.workers = workers
    }

    /// Appends the texts of `blocks`, a run at the front of `stored`, up to the first that is not one whole
    /// member with a text of the size it tells; returns how many were.
    func inflate(_ blocks: [GzipBlock], of stored: Span<UInt8>, into text: inout [UInt8]) -> Int {
        while inflaters.count < min(workers, blocks.count) { inflaters.append(Inflater()) }
        var whole = 0
        // Never 0: an empty array would write its count into storage that all empty arrays share.
        let room = max(1, blocks.last?.text.upperBound ?? 0)
        text.append(addingCapacity: room) { (output: inout OutputSpan<UInt8>) in
            unsafe output.withUnsafeMutableBufferPointer { (target, initialized) in
                whole = unsafe inflate(blocks, of: stored, into: target)
                initialized += whole > 0 ? blocks[whole - 1].text.upperBound : 0
            }
        }
        return whole
    }

    private func inflate(
        _ blocks: [GzipBlock], of stored: Span<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        nonisolated(unsafe) let inflaters = inflaters
        nonisolated(unsafe) let target = unsafe target
        let next = Atomic(0)
        let whole = Atomic(blocks.count)
        DispatchQueue.concurrentPerform(iterations: min(workers, blocks.count)) { worker in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < whole.load(ordering: .relaxed) else { return }
                let source = stored.extracting(blocks[index].stored)
                let text = unsafe UnsafeMutableBufferPointer(rebasing: target[blocks[index].text])
                let isWhole = unsafe inflaters[worker].inflateWhole(source, into: text)
                if !isWhole { whole.min(index, ordering: .relaxed) }
            }
        }
        return whole.load(ordering: .relaxed)
    }
}

extension Inflater {
    /// True when `source` is one member, no more and no less, and its text fills `target`.
    fileprivate func inflateWhole(
        _ source: Span<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
        var output = unsafe OutputSpan(buffer: target, initializedCount: 0)
        reset()
        let (outcome, read) = inflate(source, into: &output, count: target.count)
        let written = unsafe output.finalize(for: target)
        return outcome == .memberEnded && read == source.count && written == target.count
    }
}
