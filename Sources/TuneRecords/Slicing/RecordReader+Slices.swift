extension RecordReader {
    /// Parses the file's slices one after the other: lends the records of each to `parse`, then calls `merge` with what
    /// came of them.
    ///
    /// `parse` may see a slice that turns out to be cut wrongly: its records come again with other slices, and `merge`
    /// never sees what came of it. So `parse` must change nothing but what it returns.
    public func forEachSlice<Outcome: Sendable>(
        parse: (inout SliceRecords) -> Outcome, merge: (ParsedSlice<Outcome>) throws -> Void
    ) throws {
        trustQuotes()
        while let slice = try nextSlice() {
            var parsed = ParsedSlice(consume slice, parser: parser, parse: parse)
            if parsed.isCutWrongly {
                takeBack([parsed.slice])
                continue
            }
            try merge(parsed)
            reuse(&parsed.slice)
        }
    }

    /// Parses the file's slices side by side, at most `workers` at a time, and calls `merge` with what came of each in
    /// file order, never twice at once. Whatever the workers, `merge` sees the same records; the slices may differ.
    public func forEachSlice<Outcome: Sendable>(
        workers: Int, parse: @escaping @Sendable (inout SliceRecords) -> Outcome,
        merge: (ParsedSlice<Outcome>) throws -> Void
    ) async throws {
        guard workers > 1 else { return try forEachSlice(parse: parse, merge: merge) }
        trustQuotes()
        while try await parseAhead(workers: workers, parse: parse, merge: merge) {}
    }

    /// Parses until the file ends or a slice turns out to be cut wrongly; true when there is more to do.
    private func parseAhead<Outcome: Sendable>(
        workers: Int, parse: @escaping @Sendable (inout SliceRecords) -> Outcome,
        merge: (ParsedSlice<Outcome>) throws -> Void
    ) async throws -> Bool {
        let parser = parser
        return try await withThrowingTaskGroup(of: (number: Int, parsed: ParsedSlice<Outcome>).self) {
            group in
            var queue = SliceQueue<Outcome>()
            var failure: (any Error)?
            while true {
                while queue.slices.count <= workers, failure == nil {
                    do {
                        guard let slice = try nextSlice() else { break }
                        let number = queue.append(slice)
                        group.addTask { (number, ParsedSlice(slice, parser: parser, parse: parse)) }
                    } catch {
                        // What was cut wrongly may have led here: the slices at work decide.
                        failure = error
                    }
                }
                guard case (let number, let parsed)? = try await group.next() else { break }
                // Given away, so that the slice's memory is nobody else's when it is used again.
                queue.finish(number, with: consume parsed)
                guard try mergeReady(&queue, merge) else {
                    try await group.waitForAll()
                    takeBack(queue.slices)
                    return true
                }
            }
            if let failure { throw failure }
            return false
        }
    }

    /// Merges what is ready at the queue's front; false when a slice there was cut wrongly.
    private func mergeReady<Outcome: Sendable>(
        _ queue: inout SliceQueue<Outcome>, _ merge: (ParsedSlice<Outcome>) throws -> Void
    ) throws -> Bool {
        while queue.isReady {
            guard var parsed = queue.removeFirst() else { return false }
            try merge(parsed)
            reuse(&parsed.slice)
        }
        return true
    }
}

/// The slices at work, in file order, and what came of those that have been parsed.
private struct SliceQueue<Outcome: Sendable> {
    private(set) var slices: [FileSlice] = []
    private var parsed: [ParsedSlice<Outcome>?] = []
    private var removed = 0

    /// True when the first slice has been parsed.
    var isReady: Bool { parsed.first.map { $0 != nil } ?? false }

    /// Puts a slice at the end; returns its number in the file, from 0.
    mutating func append(_ slice: FileSlice) -> Int {
        slices.append(slice)
        parsed.append(nil)
        return removed + slices.count - 1
    }

    mutating func finish(_ number: Int, with result: consuming ParsedSlice<Outcome>) {
        parsed[number - removed] = result
    }

    /// Takes the first slice, which has been parsed; nil, and it stays, when it was cut wrongly.
    mutating func removeFirst() -> ParsedSlice<Outcome>? {
        guard let first = parsed[0], !first.isCutWrongly else { return nil }
        parsed.removeFirst()
        slices.removeFirst()
        removed += 1
        return first
    }
}
