// Dumps what the estimator sees in each record of a file, for `fit.py`; or times it.
//
//     features names                      the names of the dense features, one a line, after their numbers
//     features FILE > COUNTS              per record: how many features, then (feature, count), all UInt32
//     features estimate FAMILY FILE       the bound of the total in per mille, then the estimate of each record
//     features time FAMILY FILE           megabytes per second over the records of a file

import Foundation
@_spi(Calibration) import TuneTokens

/// The records of a file, each a 32-bit little-endian length and that many bytes.
func records(of path: String) throws -> [[UInt8]] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var records: [[UInt8]] = []
    var start = 0
    while start + 4 <= bytes.count {
        let length = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
        records.append(Array(bytes[(start + 4)..<(start + 4 + length)]))
        start += 4 + length
    }
    return records
}

func dump(_ path: String) throws {
    let count = EstimatorFeatures.stateCount + EstimatorFeatures.stepCount + EstimatorFeatures.pairCount
    var seen = [UInt32](repeating: 0, count: count)
    for record in try records(of: path) {
        var features: [Int] = []
        EstimatorFeatures.visit(record.span) { feature in
            if seen[feature] == 0 { features.append(feature) }
            seen[feature] += 1
        }
        var line = [UInt32(features.count)]
        for feature in features.sorted() {
            line += [UInt32(feature), seen[feature]]
            seen[feature] = 0
        }
        FileHandle.standardOutput.write(line.withUnsafeBytes { Data($0) })
    }
}

func estimate(_ family: ModelFamily, _ path: String) throws {
    let estimator = TokenEstimator(family: family)
    let records = try records(of: path)
    let bytes = records.reduce(0) { $0 + $1.count }
    let others = records.reduce(0) { $0 + $1.count { $0 >= 0x80 } }
    print(estimator.errorPermille(nonASCIIBytes: others, of: bytes))
    for record in records { print(estimator.count(record.span)) }
}

func time(_ family: ModelFamily, _ path: String) throws {
    let estimator = TokenEstimator(family: family)
    let records = try records(of: path)
    let bytes = records.reduce(0) { $0 + $1.count }
    var best = Duration.seconds(1_000)
    var tokens = 0
    for _ in 0..<9 {
        tokens = 0
        let taken = ContinuousClock().measure {
            for record in records { tokens += estimator.count(record.span) }
        }
        best = min(best, taken)
    }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    print("\(tokens) tokens, \(bytes) bytes, \(Int(Double(bytes) / seconds / 1e6)) MB/s")
}

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first.flatMap(ModelFamily.init), arguments.last) {
case ("names", _, _):
    print(EstimatorFeatures.stateCount, EstimatorFeatures.stepCount, EstimatorFeatures.pairCount)
    EstimatorFeatures.names.forEach { print($0) }
case ("estimate", let family?, let path?):
    try estimate(family, path)
case ("time", let family?, let path?):
    try time(family, path)
case (let path?, _, _):
    try dump(path)
default:
    print("usage: features names | FILE | estimate FAMILY FILE | time FAMILY FILE")
}
