import TuneBytes

/// Finds keys that an object holds twice. Readers differ in which of the two they keep, so the row is not
/// safe.
enum DuplicateKeys {
    private static let pairwiseLimit = 12

    /// Adds a defect for every member of the object at `parent` whose key stood before.
    static func report(in parent: Int, of record: inout Record) {
        let end = Int(record.values[parent].next)
        var members = 0
        var index = parent + 1
        while index < end, members < pairwiseLimit {
            if stoodBefore(index, in: parent, record) { report(index, of: &record) }
            members += 1
            index = Int(record.values[index].next)
        }
        if index < end { reportHashed(from: index, in: parent, of: &record) }
    }

    private static func report(_ index: Int, of record: inout Record) {
        let start = record.keyStart(of: index)
        record.add(.duplicateKey, at: start, to: start + record.key(of: index).count + 2)
    }

    private static func stoodBefore(_ index: Int, in parent: Int, _ record: borrowing Record) -> Bool {
        let key = record.key(of: index)
        var earlier = parent + 1
        while earlier < index {
            let other = record.key(of: earlier)
            if other.count == key.count, record.text(other).isEqual(to: record.text(key)) { return true }
            earlier = Int(record.values[earlier].next)
        }
        return false
    }

    /// The same for the members from `first` on of an object with many.
    private static func reportHashed(from first: Int, in parent: Int, of record: inout Record) {
        var seen: Set<Hash128> = []
        for index in record.children(of: parent) {
            let isNew = seen.insert(Hash128(record.text(record.key(of: index)))).inserted
            if !isNew, index >= first { report(index, of: &record) }
        }
    }
}
