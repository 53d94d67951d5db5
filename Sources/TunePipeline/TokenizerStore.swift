import Crypto
import TuneBytes
public import TuneTokens

/// The vocabularies of a user, one for each family, in a folder of their own with what was compiled of them.
///
/// `FAMILY/entry.json` names the file beside it; `FAMILY/compiled` is made of that file, and made anew when it is
/// missing, damaged, of another version, or older than the file.
public struct TokenizerStore: Sendable {
    /// The folder.
    public let folder: String

    private static let card = "entry.json"
    private static let compiled = "compiled"
    /// No vocabulary is larger.
    private static let largest = 512 << 20

    /// The store in a user's cache: `$XDG_CACHE_HOME/tuneprep/tokenizers`, else below `~/.cache`. Nil when the
    /// environment names neither.
    public init?(environment: [String: String]) {
        let named = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let caches = named ?? environment["HOME"].map({ $0 + "/.cache" }) else { return nil }
        self.init(folder: caches + "/tuneprep/tokenizers")
    }

    /// The store in a folder, which need not exist.
    public init(folder: String) {
        self.folder = folder
    }

    /// What has been added, in the order of the families; an entry whose card is damaged is left out.
    public var entries: [TokenizerEntry] { ModelFamily.allCases.compactMap(entry) }

    /// What has been added for a family.
    public func entry(_ family: ModelFamily) -> TokenizerEntry? {
        let path = folder(of: family) + "/" + Self.card
        guard FileStamp(path: path) != nil, let bytes = try? Self.bytes(of: path) else { return nil }
        return TokenizerEntry(card: bytes)
    }

    /// The tokenizer added for a family; nil when there is none. Throws a `Complaint` when it cannot be read any more.
    public func tokenizer(for family: ModelFamily) throws(Complaint) -> Tokenizer? {
        guard let entry = entry(family) else { return nil }
        do throws(Complaint) {
            return try open(
                path(of: entry), family: entry.family, compiled: folder(of: family) + "/" + Self.compiled)
        } catch {
            throw Complaint(
                "the vocabulary added for \(family.title) cannot be used: \(error.message)",
                help: ["add it again: `tuneprep tokenizers add PATH`, or go without: `--tokenizer estimate`"])
        }
    }

    /// The tokenizer in a file, or in a folder that has one. What is compiled of it is kept in the store.
    public func tokenizer(at path: String, family: ModelFamily? = nil) throws(Complaint) -> Tokenizer {
        let path = try VocabularyFile.found(at: path)
        let real = AtomicFile.realPath(path)
        let name = Array((real + "\n" + (family?.rawValue ?? "")).utf8)
        let hash = Hash128(name.span)
        let compiled = "\(folder)/files/\(String(hash.high, radix: 16))\(String(hash.low, radix: 16))"
        return try open(path, family: family, compiled: compiled)
    }

    private func open(
        _ path: String, family: ModelFamily?, compiled: String
    ) throws(Complaint) -> Tokenizer {
        let stamp = FileStamp(path: path)
        if let stamp, let tokenizer = Tokenizer(compiled: compiled, source: stamp) { return tokenizer }
        let vocabulary = try VocabularyFile.read(path, family: family).vocabulary
        let tokenizer = Tokenizer(vocabulary, source: stamp)
        // The compiled file only saves time: where it cannot be written, it is made again next time.
        if stamp != nil, FolderListing.make(folder(containing: compiled)) {
            try? tokenizer.write(to: compiled)
        }
        return tokenizer
    }

    /// Takes the vocabulary at `path` in, for its own family or the one that is said, in the place of an older one.
    /// A folder is searched for its vocabulary. Throws a `Complaint` when it is none that can be counted with, or none
    /// that is known and no family is said.
    public func add(
        _ path: String, family: ModelFamily? = nil, origin: String? = nil
    ) throws(Complaint) -> TokenizerEntry {
        let path = try VocabularyFile.found(at: path)
        let (bytes, vocabulary) = try VocabularyFile.read(path, family: family)
        guard family != nil || vocabulary.isPublished else {
            throw Complaint(
                "the tokens of `\(path)` are not those \(vocabulary.family.title) was published with",
                help: ["if it is to count for them all the same: `--family \(vocabulary.family.rawValue)`"])
        }
        let digest = SHA256.hash(data: bytes).hexadecimal
        let entry = TokenizerEntry(
            family: vocabulary.family, file: "vocabulary-" + digest.prefix(16), sha256: digest,
            bytes: bytes.count, tokens: vocabulary.tokenCount, isPublished: vocabulary.isPublished,
            origin: origin ?? AtomicFile.realPath(path))
        try keep(entry, bytes, vocabulary)
        return entry
    }

    private func keep(_ entry: TokenizerEntry, _ bytes: [UInt8], _ vocabulary: Vocabulary) throws(Complaint) {
        let older = self.entry(entry.family)
        do {
            let home = folder(of: entry.family)
            guard FolderListing.make(home) else { throw Complaint("cannot make the folder `\(home)`") }
            try write(bytes, to: path(of: entry))
            let tokenizer = Tokenizer(vocabulary, source: FileStamp(path: path(of: entry)))
            try tokenizer.write(to: home + "/" + Self.compiled)
            try write(Array((entry.json.rendered(isIndented: true) + "\n").utf8), to: home + "/" + Self.card)
            if let older, older.file != entry.file { AtomicFile.remove(path(of: older)) }
        } catch {
            throw Complaint(error)
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ByteError) {
        let file = try AtomicFile(path: path)
        try file.write(bytes)
        try file.commit()
    }

    /// What is wrong with an entry: nil when its file has the bytes it was added with, and what is compiled of it is sound or
    /// has been made anew.
    public func fault(of entry: TokenizerEntry) -> String? {
        guard let bytes = try? Self.bytes(of: path(of: entry)) else { return "its file is gone" }
        guard SHA256.hash(data: bytes).hexadecimal == entry.sha256 else {
            return "its file has other bytes than when it was added"
        }
        do throws(Complaint) {
            _ = try tokenizer(for: entry.family)
            return nil
        } catch {
            return error.message
        }
    }

    private func folder(of family: ModelFamily) -> String { "\(folder)/\(family.rawValue)" }

    private func path(of entry: TokenizerEntry) -> String { "\(folder(of: entry.family))/\(entry.file)" }

    private func folder(containing path: String) -> String {
        String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    }

    static func bytes(of path: String) throws(ByteError) -> [UInt8] {
        let input = try FileInput(path: path)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(input.size ?? 0, largest))
        while bytes.count <= largest, try input.read(1 << 20, into: &bytes) > 0 {}
        return bytes
    }
}
