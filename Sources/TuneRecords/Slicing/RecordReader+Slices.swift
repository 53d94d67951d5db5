/// What parsing one slice came to.
public protocol SliceResult: Sendable {
    /// What the parser counted.
    var statistics: SliceStatistics { get }
}

extension RecordReader {
    /// Works on the file's slices one after the other: calls `work` on each, then `merge` with what it came to.
    public func forEachSlice<Result: SliceResult>(
        work: (FileSlice) -> Result, merge: (FileSlice, Result) throws -> Void
    ) throws {
        trustQuotes()
        while var slice = try nextSlice() {
            let result = work(slice)
            if result.refutes(slice) {
                takeBack([slice])
                continue
            }
            try merge(slice, result)
            reuse(&slice)
        }
    }

    /// Works on the file's slices side by side, at most `workers` at a time, and calls `merge` with each result
    /// in file order. Whatever the workers, `merge` sees the same records; the slices may differ.
    public func forEachSlice<Result: SliceResult>(
        workers: Int, work: @escaping @Sendable (FileSlice) -> Result,
        merge: (FileSlice, Result) throws -> Void
    ) async throws {
        guard workers > 1 else { return try forEachSlice(work: work, merge: merge) }
        trustQuotes()
        while try await workAhead(workers, work, merge) {}
    }

    /// Works until the file ends or a slice turns out to be cut wrongly; true when there is more to do.
    private func workAhead<Result: SliceResult>(
        _ workers: Int, _ work: @escaping @Sendable (FileSlice) -> Result,
        _ merge: (FileSlice, Result) throws -> Void
    ) async throws -> Bool {
        try await withThrowingTaskGroup(of: (place: Int, result: Result).self) { group in
            var line = SliceLine<Result>()
            var failure: (any Error)?
            while true {
                while line.count <= workers, failure == nil {
                    do {
                        guard let slice = try nextSlice() else { break }
                        let place = line.append(slice)
                        group.addTask { (place, work(slice)) }
                    } catch {
                        // What was cut wrongly may have led here: the slices at work decide.
                        failure = error
                    }
                }
                guard let done = try await group.next() else { break }
                line.finish(done.place, done.result)
                guard try mergeReady(&line, merge) else {
                    try await group.waitForAll()
                    takeBack(line.slices)
                    return true
                }
            }
            if let failure { throw failure }
            return false
        }
    }

    /// Merges the results at the front of the line; false when one of them says that its slice was cut wrongly.
    private func mergeReady<Result: SliceResult>(
        _ line: inout SliceLine<Result>, _ merge: (FileSlice, Result) throws -> Void
    ) throws -> Bool {
        while let result = line.first {
            if result.refutes(line.slices[0]) { return false }
            var slice = line.removeFirst()
            try merge(slice, result)
            reuse(&slice)
        }
        return true
    }
}

/// The slices at work, in file order, and what is known of them.
private struct SliceLine<Result: SliceResult> {
    private(set) var slices: [FileSlice] = []
    private var results: [Result?] = []
    private var removed = 0

    var count: Int { slices.count }

    /// The result of the first slice, if it is there.
    var first: Result? { results.first ?? nil }

    /// Puts a slice at the end; returns its place in the file.
    mutating func append(_ slice: FileSlice) -> Int {
        slices.append(slice)
        results.append(nil)
        return removed + slices.count - 1
    }

    mutating func finish(_ place: Int, _ result: Result) {
        results[place - removed] = result
    }

    mutating func removeFirst() -> FileSlice {
        removed += 1
        results.removeFirst()
        return slices.removeFirst()
    }
}

extension SliceResult {
    /// True when the slice was cut by the number of its quotes and that number says nothing.
    fileprivate func refutes(_ slice: FileSlice) -> Bool {
        slice.isCutByParity && statistics.hasIrregularQuotes
    }
}
