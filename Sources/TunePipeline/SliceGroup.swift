import TuneRecords

/// Works on a file's slices side by side and takes the outcomes in file order.
enum SliceGroup {
    /// Calls `work` on every slice, at most `width` at a time, and `merge` with each outcome, first slice
    /// first. With a width of 1 everything happens one after the other.
    static func run<Outcome: Sendable>(
        _ reader: RecordReader, width: Int, work: @escaping @Sendable (FileSlice) -> Outcome,
        merge: (FileSlice, Outcome) throws -> Void
    ) async throws {
        let most = width == 1 ? 1 : width + 1
        try await withThrowingTaskGroup(of: (place: Int, slice: FileSlice, outcome: Outcome).self) { group in
            var waiting: [Int: (FileSlice, Outcome)] = [:]
            var started = 0
            var merged = 0
            var isEnded = false
            while true {
                while !isEnded, started - merged < most {
                    guard let slice = try reader.nextSlice() else {
                        isEnded = true
                        break
                    }
                    let place = started
                    group.addTask { (place, slice, work(slice)) }
                    started += 1
                }
                guard merged < started, let done = try await group.next() else { break }
                waiting[done.place] = (done.slice, done.outcome)
                while let (slice, outcome) = waiting.removeValue(forKey: merged) {
                    try merge(slice, outcome)
                    merged += 1
                }
            }
        }
    }
}
