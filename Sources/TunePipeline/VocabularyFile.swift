import TuneBytes
import TuneTokens

/// Finds and reads files that hold vocabularies; the words when they do not.
enum VocabularyFile {
    /// The names models are published with, the fullest first.
    static let names = ["tokenizer.json", "tokenizer.model", "original/tokenizer.model", "qwen.tiktoken"]

    /// The names looked for on the hub.
    static let hubNames = ["tokenizer.json", "tokenizer.model"]

    /// The file at `path`, or the first of the usual names in the folder that is there.
    static func found(at path: String) throws(Complaint) -> String {
        guard FileStatus.isFolder(path) else { return path }
        let base = path.hasSuffix("/") ? path : path + "/"
        if let name = names.first(where: { FileStatus.isFile(base + $0) }) { return base + name }
        throw Complaint(
            "the folder `\(path)` holds no vocabulary",
            help: ["it would be named \(names.map { "`\($0)`" }.joined(separator: ", "))"])
    }

    /// The bytes of a file and the vocabulary in them.
    static func read(
        _ path: String, family: ModelFamily?
    ) throws(Complaint) -> (bytes: [UInt8], vocabulary: Vocabulary) {
        let bytes: [UInt8]
        do throws(ByteError) {
            bytes = try TokenizerStore.bytes(of: path)
        } catch {
            throw Complaint(error)
        }
        do throws(VocabularyError) {
            return (bytes, try Vocabulary(reading: bytes.span, family: family))
        } catch {
            throw Complaint("`\(path)` cannot be counted with: \(error)", help: error.help)
        }
    }
}
