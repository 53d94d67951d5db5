/// The first defects of a safetensors header, and the number of those beyond.
struct SafetensorsDefectList {
    static let most = 1000

    private(set) var kept: [SafetensorsDefect] = []
    private(set) var beyond = 0

    var isEmpty: Bool { kept.isEmpty }

    /// Adds a defect, or counts it when there are enough.
    mutating func append(_ defect: SafetensorsDefect) {
        if kept.count < Self.most { kept.append(defect) } else { beyond += 1 }
    }
}
