/// What one rule finds in one record.
///
/// Made once for a record and emptied between its rules: one that finds nothing costs no memory and no call.
public struct Report: Sendable {
    private var room = 0
    /// How many things were found.
    private(set) var count = 0
    /// The first of them.
    private(set) var kept: [(range: RecordRange, wording: Wording)] = []

    /// An empty report that writes nothing out.
    init() {}

    /// Makes room for so many findings; those beyond are only counted.
    @inline(__always)
    mutating func makeRoom(for room: Int) {
        self.room = room
    }

    /// Reports something at a range of the record; range and wording are asked for only when there is room.
    public mutating func add(at range: @autoclosure () -> RecordRange, _ wording: () -> Wording) {
        count += 1
        if count <= room { kept.append((range(), wording())) }
    }

    /// Forgets what was found.
    mutating func clear() {
        count = 0
        kept.removeAll(keepingCapacity: true)
    }
}
