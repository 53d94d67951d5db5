internal import TuneText

extension EntryDefect {
    /// What is wrong, as a predicate whose subject is the entry.
    package var words: String {
        switch self {
        case .name(let defect): defect.words
        case .kind(let kind): "is \(kind.rawValue)"
        case .folderWithData(let bytes): "is a folder that carries \(plural(bytes, "byte"))"
        case .noSize: "does not say its size"
        case .duplicate: "is there twice"
        case .collides(let other):
            "is the same name as \(shown(other)) where case or the spelling of accents does not matter"
        case .changesKind: "is a file at one place and a folder at another"
        case .belowFile(let path): "lies below \(shown(path)), which is a file"
        case .tooMany(let limit): "is one more than \(limit.grouped) files and folders"
        case .tooLarge(let total, let limit):
            "brings the files to \(total.grouped) bytes, more than the limit of \(limit.grouped)"
        case .noRoom(let total, let free):
            "brings the files to \(total.grouped) bytes, and the disk has room for \(free.grouped)"
        }
    }

    /// What to do about it, for what a limit or the disk forbids.
    var help: [String] {
        switch self {
        case .tooMany: ["if that many are meant: `--max-entries N`"]
        case .tooLarge: ["if that much is meant: `--max-size BYTES`"]
        case .noRoom: ["make room, or unpack to another disk"]
        default: []
        }
    }
}
