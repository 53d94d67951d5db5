/// The defects of a model, file by file: the first of each file, and the number of those beyond. A hostile file has as
/// many defects as it has bytes.
struct ModelDefectList {
    static let mostOfAFile = 1000
    static let mostInAll = 20_000

    private var kept: [ModelDefect] = []
    private var counts: [String: Int] = [:]
    private var beyond: [String: Int] = [:]

    /// Adds a defect, or counts it where its file has enough of them.
    mutating func append(_ defect: ModelDefect) {
        let count = counts[defect.path, default: 0]
        guard count < Self.mostOfAFile, kept.count < Self.mostInAll else {
            return drop(1, of: defect.path)
        }
        counts[defect.path] = count + 1
        kept.append(defect)
    }

    /// Counts defects of a file that are not kept.
    mutating func drop(_ count: Int, of path: String) {
        if count > 0 { beyond[path, default: 0] += count }
    }

    /// Adds what another list holds.
    mutating func append(_ other: ModelDefectList) {
        for defect in other.kept { append(defect) }
        for (path, count) in other.beyond { drop(count, of: path) }
    }

    /// The defects that were kept, then for each file the number of those that were not.
    var all: [ModelDefect] {
        kept + beyond.sorted { $0.key < $1.key }.map { ModelDefect(.moreDefects($0.value), in: $0.key) }
    }
}
