/// What a file is that was given for a vocabulary and is none.
public enum VocabularyLookalike: Hashable, Sendable, CaseIterable {
    case empty, webPage, gitLFSPointer, gzip, zip, safetensors, gguf
    case tokenizerConfig, vocabJSON, mergesText, sentencePieceList, tekken
    case otherJSON, otherText, binary
}

extension VocabularyLookalike: CustomStringConvertible {
    /// The kind of file, with its article.
    public var description: String {
        switch self {
        case .empty: "an empty file"
        case .webPage: "a web page"
        case .gitLFSPointer: "a git-lfs pointer"
        case .gzip: "a gzip file"
        case .zip: "a zip archive"
        case .safetensors: "a safetensors file with a model's weights"
        case .gguf: "a GGUF file with a model's weights"
        case .tokenizerConfig: "a `tokenizer_config.json`"
        case .vocabJSON: "a `vocab.json` alone"
        case .mergesText: "a `merges.txt` alone"
        case .sentencePieceList: "a SentencePiece list of pieces (`tokenizer.vocab`)"
        case .tekken: "a `tekken.json`"
        case .otherJSON: "JSON of another kind"
        case .otherText: "text of another kind"
        case .binary: "a binary file of another kind"
        }
    }

    /// What to do about it.
    var help: String {
        switch self {
        case .empty: "download the file again"
        case .webPage: "download the file itself; a page in its place is often a login or a consent form"
        case .gitLFSPointer: "fetch the file it points to: `git lfs pull`"
        case .gzip: "unpack it first: `gunzip FILE`"
        case .zip: "unpack it first: `unzip FILE`"
        case .safetensors, .gguf, .tokenizerConfig: "take the `tokenizer.json` from the same folder"
        case .vocabJSON, .mergesText:
            "take the `tokenizer.json` from the same folder, which holds both halves"
        case .sentencePieceList: "take the `tokenizer.model` from the same folder"
        case .tekken: "no model that is counted here has one; take the model's own `tokenizer.json`"
        case .otherJSON, .otherText, .binary:
            "a vocabulary is a `tokenizer.json`, a SentencePiece `tokenizer.model` or tiktoken ranks as text"
        }
    }
}
