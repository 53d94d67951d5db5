import ArgumentParser
import TuneBytes
import TuneExamples
package import TunePipeline
import TuneRecords

/// How files are read; shared by every command that reads data.
package struct ReadingArguments: ParsableArguments {
    @Option(
        help: "How the file strings its records together: csv, jsonl or json (default: found by content).")
    var readAs: String?

    @Option(
        help: "How it spells characters: utf-8, utf-16le, utf-16be, windows-1252 or latin-1 (default: found)."
    )
    var encoding: String?

    @Option(help: "The CSV delimiter: one character, or `tab` (default: found).")
    var delimiter: String?

    @Option(
        help:
            "How records spell examples: \(LayoutKind.names) (default: guessed).",
        completion: .list(LayoutKind.allCases.map(\.rawValue)))
    var layout: String?

    @Option(help: "The prompt's column.")
    var prompt: String?

    @Option(help: "The answer's column.")
    var answer: String?

    @Option(help: "PubMedQA: make the answer from decision, long or both (default: long).")
    var answerFrom: String?

    @Option(help: "PubMedQA: include or omit the abstract in the prompt (default: include).")
    var contexts: String?

    /// The options as they are when nothing is said.
    package init() {}

    /// A file with these options.
    package func source(_ path: String) throws -> SourceFile {
        var source = SourceFile(path: path)
        source.reading.format = try readAs.map { try ArgumentValue.choice($0, for: "--read-as") }
        source.encoding = try encoding.map { try ArgumentValue.choice($0, for: "--encoding") }
        source.reading.delimiter = try delimiter.map(byte)
        source.layout.layout = try layout.map { try ArgumentValue.choice($0, for: "--layout") }
        source.layout.prompt = prompt
        source.layout.answer = answer
        if let answerFrom {
            source.layout.answerSource = try ArgumentValue.choice(answerFrom, for: "--answer-from")
        }
        if let contexts { source.layout.contexts = try ArgumentValue.choice(contexts, for: "--contexts") }
        return source
    }

    private func byte(_ word: String) throws -> UInt8 {
        let named = ["tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"][word] ?? word
        let bytes = Array((named == "\\t" ? "\t" : named).utf8)
        if bytes.count == 1, bytes[0] < 0x80, ![0x22, 0x0A, 0x0D].contains(bytes[0]) { return bytes[0] }
        throw RunError("`\(word)` cannot be a delimiter", help: ["give one ASCII character, or `tab`"])
    }
}
