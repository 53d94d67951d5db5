import TuneBytes

/// Finds keys that an object holds twice. Readers differ in which of the two they keep, so the row is not
/// safe.
enum DuplicateKeys {
    private static let pairwiseLimit = 12

    /// Adds a defect for every member of the object at `parent` whose key stood before.
    static func report(in parent: Int, of record: inout Record) {
        let members = record.children(of: parent)
        guard members.count > 1 else { return }
        let again = members.count <= pairwiseLimit ? pairwise(members, record) : hashed(members, record)
        for index in again {
            let start = Int(record.values[index].keyStart)
            record.add(.duplicateKey, at: start, to: start + record.values[index].key.count + 2)
        }
    }

    private static func pairwise(_ members: [Int], _ record: borrowing Record) -> [Int] {
        var again: [Int] = []
        for place in 1..<members.count {
            let key = record.values[members[place]].key
            for earlier in 0..<place {
                let other = record.values[members[earlier]].key
                if key.count == other.count, record.text(key).isEqual(to: record.text(other)) {
                    again.append(members[place])
                    break
                }
            }
        }
        return again
    }

    private static func hashed(_ members: [Int], _ record: borrowing Record) -> [Int] {
        var seen: Set<Hash128> = []
        var again: [Int] = []
        for index in members where !seen.insert(Hash128(record.text(record.values[index].key))).inserted {
            again.append(index)
        }
        return again
    }
}
