/// The first faults of a safetensors header, and how many there were beyond.
struct SafetensorsDefectList {
    static let most = 1000

    private(set) var kept: [SafetensorsDefect] = []
    private(set) var beyond = 0

    var isEmpty: Bool { kept.isEmpty }

    mutating func append(_ defect: SafetensorsDefect) {
        if kept.count < Self.most { kept.append(defect) } else { beyond += 1 }
    }
}
