import Foundation
import TestSupport
import TuneFindings
import TunePipeline
import TuneRules

/// A model folder made of a rule's example: a line is `NAME = CONTENT`, or `NAME -> TARGET` for a link.
///
/// A safetensors file is its tensors, full of zeros, or its header and, behind a `+`, the bytes that follow it. The
/// name `--job` is that of a job's record beside the folder.
struct ExampleFolder {
    private let folder: TemporaryFolder
    private var job: String?

    init(_ text: String) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("model"), withIntermediateDirectories: true)
        for line in text.split(separator: "\n") {
            if let (name, target) = Self.split(line, at: " -> ") {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.path("model/" + name), withDestinationPath: target)
            } else if let (name, content) = Self.split(line, at: " = ") {
                let bytes =
                    name.hasSuffix(".safetensors")
                    ? Self.weights(content) : RuleExample.bytes(of: content).bytes
                if name == "--job" { job = folder.path("job.json") }
                try folder.write(bytes, to: name == "--job" ? "job.json" : "model/" + name)
            }
        }
    }

    /// What a verification finds, by one rule or by all.
    func findings(only rule: RuleID? = nil) throws -> [Finding] {
        var options = VerifyOptions(folder: folder.path("model"))
        options.job = job
        options.only = rule.map { [$0] } ?? []
        return try VerifyRun(options).result().findings.kept
    }

    private static func split(_ line: Substring, at mark: String) -> (String, String)? {
        line.range(of: mark).map { (String(line[..<$0.lowerBound]), String(line[$0.upperBound...])) }
    }

    private static func weights(_ content: String) -> [UInt8] {
        guard !content.hasPrefix("{") else {
            let parts = content.components(separatedBy: " + ")
            let data = parts.dropFirst().joined().split(separator: " ").compactMap { UInt8($0, radix: 16) }
            return framed(parts[0]) + data
        }
        var entries: [String] = []
        var end = 0
        for tensor in content.components(separatedBy: ", ") {
            let words = tensor.split(separator: " ")
            let shape = words[2].dropFirst().dropLast().split(separator: ",").compactMap { Int($0) }
            let start = end
            end += shape.reduce(words[1] == "F32" ? 4 : 2, *)
            entries.append(
                """
                "\(words[0])":{"dtype":"\(words[1])","shape":\(shape),"data_offsets":[\(start),\(end)]}
                """)
        }
        return framed("{\(entries.joined(separator: ","))}") + [UInt8](repeating: 0, count: end)
    }

    private static func framed(_ header: String) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) } + Array(header.utf8)
    }
}
