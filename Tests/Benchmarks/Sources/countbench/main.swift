// Counts the tokens of a file of records, each a UInt32 length, little-endian, and that many bytes of UTF-8.
//
//     countbench VOCABULARY RECORDS [--family llama-3|qwen-2|mistral] [--jobs N] [--passes N] [--counts FILE]
//
// prints one line of JSON: the seconds of loading the vocabulary, of the first pass (cold) and of each later one (warm)
// over the same texts, of the CPU with one job and by the clock with more, and all tokens. FILE receives a UInt32 for
// each record.

import TuneBytes
import TuneTokens

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

func option(_ name: String) -> String? {
    CommandLine.arguments.firstIndex(of: name).map { CommandLine.arguments[$0 + 1] }
}

let jobs = option("--jobs").flatMap(Int.init) ?? 1

func now() -> Double {
    var time = timespec()
    clock_gettime(jobs == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func bytes(of path: String) throws -> [UInt8] {
    let input = try FileInput(path: path)
    var bytes: [UInt8] = []
    while try input.read(1 << 20, into: &bytes) > 0 {}
    return bytes
}

/// Where each record lies.
func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start + 4 <= bytes.count {
        let length = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
        ranges.append((start + 4)..<(start + 4 + length))
        start += 4 + length
    }
    return ranges
}

/// Neighbouring records of about the same size together, one batch a job.
func batches(of ranges: [Range<Int>], total: Int) -> [ArraySlice<Range<Int>>] {
    let ends = (1...jobs).map { job in
        job == jobs ? ranges.count : ranges.firstIndex { $0.upperBound * jobs > total * job } ?? ranges.count
    }
    return zip([0] + ends, ends).map { ranges[$0..<$1] }
}

let words = CommandLine.arguments
guard words.count > 2 else {
    print("usage: countbench VOCABULARY RECORDS [--family NAME] [--jobs N] [--passes N] [--counts FILE]")
    exit(2)
}
let family = option("--family").flatMap(ModelFamily.init)
let records = try bytes(of: words[2])
let parts = batches(of: ranges(in: records), total: records.count)

let began = now()
let file = try bytes(of: words[1])
let vocabulary = try Vocabulary(reading: file.span, family: family)
let tokenizer = Tokenizer(vocabulary)
let workers = parts.map { Worker(tokenizer.counter(), records, $0) }
let setup = now() - began

var seconds: [Double] = []
for _ in 0...(option("--passes").flatMap(Int.init) ?? 5) {
    let start = now()
    if workers.count == 1 {
        workers[0].pass()
    } else {
        await withTaskGroup(of: Void.self) { group in
            for worker in workers { group.addTask { worker.pass() } }
        }
    }
    seconds.append(now() - start)
}
let counts = workers.flatMap(\.counts)
if let path = option("--counts") {
    guard let output = fopen(path, "wb") else { exit(1) }
    fwrite(counts, 4, counts.count, output)
    fclose(output)
}
let tokens = counts.reduce(0) { $0 + Int($1) }
print(
    "{\"setup\":\(setup),\"cold\":\(seconds[0]),\"warm\":\(Array(seconds.dropFirst())),\"tokens\":\(tokens)}")
