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
        while let slice = try nextSlice() {
            let result = work(slice)
            if result.refutes(slice) {
                takeBack([slice])
                continue
            }
            try merge(slice, result)
            reuse(slice.bytes)
        }
    }

    /// Works on the file's slices side by side, at most `width` at a time, and calls `merge` with each result
    /// in file order. Whatever the width, `merge` sees the same records; the slices may differ.
    public func forEachSlice<Result: SliceResult>(
        width: Int, work: @escaping @Sendable (FileSlice) -> Result,
        merge: (FileSlice, Result) throws -> Void
    ) async throws {
        guard width > 1 else { return try forEachSlice(work: work, merge: merge) }
        trustQuotes()
        while try await workAhead(width, work, merge) {}
    }

    /// Works until the file ends or a slice turns out to be cut wrongly; true when there is more to do.
    private func workAhead<Result: SliceResult>(
        _ width: Int, _ work: @escaping @Sendable (FileSlice) -> Result,
        _ merge: (FileSlice, Result) throws -> Void
    ) async throws -> Bool {
        typealias Done = (place: Int, slice: FileSlice, result: Result)
        return try await withThrowingTaskGroup(of: Done.self) { group in
            var waiting: [Int: Done] = [:]
            var started = 0
            var merged = 0
            while true {
                while started - merged <= width, let slice = try nextSlice() {
                    let place = started
                    group.addTask { (place, slice, work(slice)) }
                    started += 1
                }
                guard merged < started, let done = try await group.next() else { return false }
                waiting[done.place] = done
                while let next = waiting.removeValue(forKey: merged) {
                    if next.result.refutes(next.slice) {
                        for try await done in group { waiting[done.place] = done }
                        let behind = waiting.values.sorted { $0.place < $1.place }.map(\.slice)
                        takeBack([next.slice] + behind)
                        return true
                    }
                    try merge(next.slice, next.result)
                    reuse(next.slice.bytes)
                    merged += 1
                }
            }
        }
    }
}

extension SliceResult {
    /// True when the slice was cut by the number of its quotes and that number says nothing.
    fileprivate func refutes(_ slice: FileSlice) -> Bool {
        slice.isCutByParity && statistics.hasIrregularQuotes
    }
}
