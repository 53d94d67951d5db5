// Scans safetensors files: `headers < FILES` prints for each file `ok`, or the first thing wrong with it.
//
// FILES is for each file its length in bytes as a UInt32, little-endian, then the bytes.

import TuneBytes
import TuneModels

func printVerdicts(on files: Span<UInt8>) {
    var start = 0
    while start + 4 <= files.count {
        let length = (0..<4).reduce(0) { $0 | Int(files[start + $1]) << (8 * $1) }
        var scan = SafetensorsScan(size: length)
        scan.take(files.extracting((start + 4)..<(start + 4 + length)))
        print(scan.survey().defects.first.map { "\($0)" } ?? "ok")
        start += 4 + length
    }
}

func readAll() throws -> [UInt8] {
    let input = try FileInput(path: FileInput.standardInputName)
    var bytes: [UInt8] = []
    while try input.read(1 << 20, into: &bytes) > 0 {}
    return bytes
}

let bytes = try readAll()
printVerdicts(on: bytes.span)
