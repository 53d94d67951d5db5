import TuneBytes
public import TuneTokens

/// The vocabularies of a user, one for each family, in a folder of their own with what was compiled of them.
///
/// `FAMILY/entry.json` names the file beside it; `FAMILY/compiled` is made of that file, and made again when it is
/// missing, damaged, of another version, or older than the file.
public struct TokenizerStore: Sendable {
    /// The folder, which need not exist.
    public let folder: String

    private static let card = "entry.json"
    private static let compiled = "compiled"

    /// The store in a user's cache: `$XDG_CACHE_HOME/tuneprep/tokenizers`, else below `~/.cache`. Throws
    /// when the environment names neither.
    public init(environment: [String: String]) throws(RunError) {
        func folder(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let caches = folder("XDG_CACHE_HOME") ?? folder("HOME").map({ $0 + "/.cache" }) else {
            throw RunError(
                "there is no folder for caches", help: ["set `HOME`, or `XDG_CACHE_HOME` to an absolute path"]
            )
        }
        self.init(folder: caches + "/tuneprep/tokenizers")
    }

    /// The store in a folder, which need not exist.
    public init(folder: String) {
        self.folder = folder
    }

    /// What has been added, in the order of the families; an entry whose card is damaged is left out.
    public var entries: [TokenizerEntry] { ModelFamily.allCases.compactMap(entry) }

    /// The families for which something was added whose card cannot be read any more.
    public var damaged: [ModelFamily] { ModelFamily.allCases.filter { hasCard($0) && entry($0) == nil } }

    /// What has been added for a family.
    public func entry(_ family: ModelFamily) -> TokenizerEntry? {
        guard hasCard(family), let bytes = try? VocabularyFile.bytes(of: card(of: family)) else { return nil }
        return TokenizerEntry(card: bytes).flatMap { $0.family == family ? $0 : nil }
    }

    /// The tokenizer added for a family; nil when there is none. Throws when it cannot be used any more.
    public func tokenizer(for family: ModelFamily) throws(RunError) -> Tokenizer? {
        guard hasCard(family) else { return nil }
        do throws(RunError) {
            guard let entry = entry(family) else { throw RunError(TokenizerEntry.damaged) }
            var tokenizer = try open(
                path(of: entry), family: family, sha256: entry.sha256,
                compiled: folder(of: family) + "/" + Self.compiled)
            tokenizer.countsForFamily = true
            return tokenizer
        } catch {
            throw RunError(
                "the vocabulary added for \(family.title) cannot be used: \(error.message)",
                help: ["add it again: `tuneprep tokenizers add PATH`, or go without: `--tokenizer estimate`"])
        }
    }

    /// The tokenizer in a file, or in a folder that has one. What is compiled of it is kept in the store.
    public func tokenizer(at path: String) throws(RunError) -> Tokenizer {
        let path = try VocabularyFile.found(at: path)
        let hash = Hash128(Array(AtomicFile.realPath(path).utf8).span)
        let name = String(hash.high, radix: 16) + "-" + String(hash.low, radix: 16)
        return try open(path, compiled: "\(folder)/files/\(name)")
    }

    private func open(
        _ path: String, family: ModelFamily? = nil, sha256: String? = nil, compiled: String
    ) throws(RunError) -> Tokenizer {
        let stamp = FileStamp(path: path)
        if let stamp, let tokenizer = Tokenizer(compiled: compiled, source: stamp) { return tokenizer }
        let (bytes, vocabulary) = try VocabularyFile.read(path, family: family)
        if let sha256, sha256 != SHA256(bytes).hexadecimal {
            throw RunError(TokenizerEntry.changed)
        }
        let tokenizer = Tokenizer(vocabulary, source: stamp)
        // The compiled file only saves time: where it cannot be written, it is made again next time.
        if stamp != nil, FolderListing.make(folder(containing: compiled)) {
            try? tokenizer.write(to: compiled)
        }
        return tokenizer
    }

    /// Takes the vocabulary at `path` in, for its own family or the one that is said, in place of an older one.
    /// A folder is searched for its vocabulary. `origin` says where it came from, where that is not its path. Throws
    /// when it is none that can be counted with, or none that is known and no family is said.
    public func add(
        _ path: String, family: ModelFamily? = nil, origin: String? = nil
    ) throws(RunError) -> TokenizerEntry {
        let path = try VocabularyFile.found(at: path)
        let (bytes, vocabulary) = try VocabularyFile.read(path, called: origin, family: family, isAdded: true)
        guard family != nil || vocabulary.isPublished else {
            throw RunError(
                "the tokens of `\(origin ?? path)` are not those \(vocabulary.family.title) was published with",
                help: ["if it is to count for them all the same: `--family \(vocabulary.family.rawValue)`"])
        }
        let digest = SHA256(bytes).hexadecimal
        let entry = TokenizerEntry(
            family: vocabulary.family, file: "vocabulary-" + digest.prefix(16), sha256: digest,
            bytes: bytes.count, tokens: vocabulary.tokenCount, isPublished: vocabulary.isPublished,
            origin: origin ?? AtomicFile.realPath(path))
        try keep(entry, bytes: bytes, vocabulary: vocabulary)
        return entry
    }

    private func keep(
        _ entry: TokenizerEntry, bytes: [UInt8], vocabulary: Vocabulary
    ) throws(RunError) {
        let older = self.entry(entry.family)
        let (home, path) = (folder(of: entry.family), path(of: entry))
        guard FolderListing.make(home) else { throw RunError("cannot make the folder `\(home)`") }
        do {
            try write(bytes, to: path)
            let tokenizer = Tokenizer(vocabulary, source: FileStamp(path: path))
            try tokenizer.write(to: home + "/" + Self.compiled)
            try write(Array((entry.json.rendered(.indented) + "\n").utf8), to: card(of: entry.family))
        } catch {
            if older?.file != entry.file { AtomicFile.remove(path) }
            throw RunError(error)
        }
        if let older, older.file != entry.file { AtomicFile.remove(self.path(of: older)) }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(ByteError) {
        let file = try AtomicFile(path: path)
        try file.write(bytes)
        try file.commit()
    }

    /// What is wrong with an entry: nil when its file has the bytes it was added with, and what is compiled of it is
    /// sound or has been made again.
    public func defect(of entry: TokenizerEntry) -> String? {
        guard let bytes = try? VocabularyFile.bytes(of: path(of: entry)) else { return TokenizerEntry.gone }
        guard SHA256(bytes).hexadecimal == entry.sha256 else {
            return TokenizerEntry.changed
        }
        do throws(RunError) {
            _ = try tokenizer(for: entry.family)
            return nil
        } catch {
            return error.message
        }
    }

    private func hasCard(_ family: ModelFamily) -> Bool { FileStatus.isFile(card(of: family)) }

    private func card(of family: ModelFamily) -> String { folder(of: family) + "/" + Self.card }

    private func folder(of family: ModelFamily) -> String { "\(folder)/\(family.rawValue)" }

    private func path(of entry: TokenizerEntry) -> String { "\(folder(of: entry.family))/\(entry.file)" }

    private func folder(containing path: String) -> String {
        String(path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)])
    }
}
