// Encodes records: `encode VOCABULARY-FILE [--family llama-3|qwen-2|mistral] < RECORDS > IDS`.
//
// RECORDS is for each record its length in bytes, then the bytes. IDS is for each record what the counter counts, how
// many ids it has, then the ids. Every number is a UInt32, little-endian.

import TuneBytes
import TuneTokens

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

func bytes(of path: String) throws -> [UInt8] {
    let input = try FileInput(path: path)
    var bytes: [UInt8] = []
    while try input.read(1 << 20, into: &bytes) > 0 {}
    return bytes
}

func append(_ numbers: some Sequence<UInt32>, to output: inout [UInt8]) {
    for number in numbers {
        for shift in stride(from: 0, to: 32, by: 8) {
            output.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}

func flush(_ output: inout [UInt8]) {
    var start = 0
    while start < output.count {
        let written = output[start...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        guard written > 0 else {
            perror("encode")
            exit(1)
        }
        start += written
    }
    output.removeAll(keepingCapacity: true)
}

let words = CommandLine.arguments.dropFirst()
guard let path = words.first else {
    print("usage: encode VOCABULARY-FILE [--family llama-3|qwen-2|mistral] < RECORDS > IDS")
    exit(2)
}
let family = words.firstIndex(of: "--family").flatMap { ModelFamily(rawValue: words[$0 + 1]) }
let file = try bytes(of: path)
let vocabulary = try Vocabulary(reading: file.span, family: family)
let tokenizer = Tokenizer(vocabulary)
let counter = tokenizer.counter()

let records = try bytes(of: FileInput.standardInputName)
var ids: [UInt32] = []
var output: [UInt8] = []
var start = 0
while start + 4 <= records.count {
    let length = (0..<4).reduce(0) { $0 | Int(records[start + $1]) << (8 * $1) }
    let record = records.span.extracting((start + 4)..<(start + 4 + length))
    let count = counter.count(record)
    counter.encode(record, into: &ids)
    append([UInt32(count), UInt32(ids.count)], to: &output)
    append(ids, to: &output)
    ids.removeAll(keepingCapacity: true)
    if output.count > 1 << 20 { flush(&output) }
    start += 4 + length
}
flush(&output)
