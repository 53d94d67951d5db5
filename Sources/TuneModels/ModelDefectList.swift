/// What is wrong with a model, file by file: so much of each, and how much there was beyond. A hostile file has as many
/// faults as it has bytes.
struct ModelDefectList {
    static let mostOfAFile = 1000
    static let mostInAll = 20_000

    private var kept: [ModelDefect] = []
    private var counts: [String: Int] = [:]
    private var beyond: [String: Int] = [:]

    /// Takes one more.
    mutating func append(_ defect: ModelDefect) {
        let count = counts[defect.path, default: 0]
        guard count < Self.mostOfAFile, kept.count < Self.mostInAll else {
            return drop(1, of: defect.path)
        }
        counts[defect.path] = count + 1
        kept.append(defect)
    }

    /// Counts some that nobody kept.
    mutating func drop(_ count: Int, of path: String) {
        if count > 0 { beyond[path, default: 0] += count }
    }

    /// Takes another list behind this one.
    mutating func append(_ other: ModelDefectList) {
        for defect in other.kept { append(defect) }
        for (path, count) in other.beyond { drop(count, of: path) }
    }

    /// All that was kept, then of each file how many were not.
    var all: [ModelDefect] {
        kept + beyond.sorted { $0.key < $1.key }.map { ModelDefect($0.key, .moreFaults($0.value)) }
    }
}
