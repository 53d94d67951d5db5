import TuneBytes
import TuneText
import TuneTokens

/// Finds and reads files that hold vocabularies; the words when they do not.
package enum VocabularyFile {
    /// The names models are published with, the fullest first.
    package static let names = [
        "tokenizer.json", "tokenizer.model", "original/tokenizer.model", "qwen.tiktoken",
    ]

    /// The names looked for on the hub.
    package static let hubNames = ["tokenizer.json", "tokenizer.model"]

    /// The most bytes a vocabulary has.
    package static let largest = 512 << 20

    /// The file at `path`, or the first of the usual names in the folder that is there.
    static func found(at path: String) throws(RunError) -> String {
        guard FileStatus.isFolder(path) else { return path }
        let base = path.hasSuffix("/") ? path : path + "/"
        if let name = names.first(where: { FileStatus.isFile(base + $0) }) { return base + name }
        throw RunError(
            "the folder `\(path)` holds no vocabulary",
            help: ["it would be named \(names.map { "`\($0)`" }.joined(separator: ", "))"])
    }

    /// The bytes of a file and the vocabulary in them. `name` is what people call the file, where that is not its path;
    /// `isAdded` tells whether they can say the family where they name it.
    static func read(
        _ path: String, called name: String? = nil, family: ModelFamily?, isAdded: Bool = false
    ) throws(RunError) -> (bytes: [UInt8], vocabulary: Vocabulary) {
        let name = name ?? path
        // Of a file of weights, the beginning tells what it is.
        let isTooLarge = (FileStamp(path: path)?.size ?? 0) > largest
        do {
            let bytes = try bytes(of: path, atMost: isTooLarge ? 1 << 16 : largest)
            return (bytes, try Vocabulary(reading: bytes.span, family: family))
        } catch let error as VocabularyError {
            if case .lookalike = error {
            } else if isTooLarge {
                throw RunError("`\(name)` is larger than any vocabulary")
            }
            throw RunError(
                "`\(name)` cannot be counted with: \(error)",
                help: help(for: error, at: path, isAdded: isAdded))
        } catch {
            throw RunError(error)
        }
    }

    private static func help(for error: VocabularyError, at path: String, isAdded: Bool) -> [String] {
        guard case .unknownRanks = error, !isAdded else { return error.help }
        let path = ShellWord.quoted(path)
        return [
            "say whose they are: `tuneprep tokenizers add \(path) --family \(ModelFamily.llama3.rawValue)`"
        ]
    }

    /// The bytes of a file; not much more than `limit` of them.
    static func bytes(of path: String, atMost limit: Int = largest) throws(ByteError) -> [UInt8] {
        let input = try FileInput(path: path)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(input.size ?? 0, limit))
        while bytes.count < limit, try input.read(1 << 20, into: &bytes) > 0 {}
        return bytes
    }
}
