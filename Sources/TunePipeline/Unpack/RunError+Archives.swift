package import TuneArchives
import TuneBytes
import TuneText

extension RunError {
    /// The words for an archive that is not unpacked; `archive` names it.
    package init(_ refusal: ArchiveRefusal, archive: String) {
        let name = archive == FileInput.standardInputName ? "standard input" : "`\(archive)`"
        switch refusal {
        case .source(let error), .disk(let error): self.init(error)
        case .empty:
            self.init("\(name) is empty", help: ["download it again"])
        case .notAnArchive(let kind, let opening):
            self.init("\(name) is not a .tar.gz: it is \(kind.words)", opening: opening, kind)
        case .notTar(let kind, let opening):
            self.init("\(name) holds no tar: inside the gzip layer is \(kind.words)", opening: opening, kind)
        case .truncated(let length):
            self.init(
                "\(name) is cut off: the tar in it ends after \(length.grouped) bytes, before its end",
                help: ["download it again and compare its size with the original"])
        case .damaged(let near, let detail, let after):
            let place = after.map { ", behind \(shown($0))" } ?? ""
            self.init(
                "\(name) is damaged near byte \(near.grouped) of its tar\(place): \(Self.lowered(detail))",
                help: ["download it again; if it stays so, it was written wrongly"])
        case .entry(let bytes, let number, let fault):
            self.init(
                "\(name) is refused: entry \(number.grouped), \(shown(bytes, limit: 120)), \(fault.words)",
                help: ["nothing was unpacked"])
            if archive != FileInput.standardInputName {
                help[0] += "; `tuneprep unpack \(ShellWord.quoted(archive)) --list` shows every entry"
            }
            help += fault.help
        case .bomb(let stored, let text, let limit):
            self.init(
                "\(name) is refused: \(stored.grouped) stored bytes become \(text.grouped), more than \(limit) to 1",
                help: ["weights are near 1.3 to 1; what shrinks so much is meant to fill a disk"])
        case .nothingInside:
            self.init("\(name) holds no file", help: ["ask for the export again"])
        case .hidden(let offset):
            self.init(
                "\(name) is refused: something stands behind the end of its tar, from byte \(offset.grouped) on",
                help: ["most readers would hide it; write the archive anew"])
        default: self.init(target: refusal)
        }
    }

    private init(target refusal: ArchiveRefusal) {
        switch refusal {
        case .badTarget(let path):
            self.init(
                "`\(path)` cannot be made: it is no name of a new folder",
                help: ["name one, as in `--into model`"])
        case .longTarget(let name):
            self.init(
                "the folder's name has \(name.utf8.count) bytes, which leaves no room for the names beside it",
                help: ["name it with fewer than 240"])
        case .exists(let path):
            self.init(
                "`\(path)` exists", help: ["name another folder, or replace this one with `--force`"])
        case .notAFolder(let path):
            self.init(
                "`\(path)` exists and is not a folder, so it is not replaced", help: ["name another folder"])
        case .inUse(let target, let lock, let owner):
            self.init(
                "`\(target)` is being unpacked by \(owner.map { "process \($0.process) on \($0.machine)" } ?? "another process")",
                help: ["wait for it; if nobody does, remove `\(lock)`"])
        case .unverified(let reason): self.init(reason)
        default: self.init("stopped; nothing was unpacked")
        }
    }

    private init(_ message: String, opening: [UInt8], _ kind: ArchiveKind) {
        self.init(message)
        let shown = DisplayText.visible(String(decoding: opening.prefix(200), as: UTF8.self))
        switch kind {
        case .markup, .json:
            help = [
                "it begins: \(shown)",
                "a storage host answers like this when a link has expired: ask for a new one and download again",
            ]
        case .text: help = ["it begins: \(shown)"]
        case .gzip: help = ["unpack one layer first: `gzip -dc FILE > INNER.tar.gz`"]
        default: help = ["tuneprep unpacks .tar.gz, as model services export it"]
        }
    }

    static func visible(_ text: String) -> String { DisplayText.visible(text) }

    private static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}

extension ArchiveKind {
    var words: String {
        switch self {
        case .gzip: "gzip again"
        case .tar: "tar"
        case .markup: "a web page"
        case .json: "JSON"
        case .text: "text"
        case .named(let name): name
        case .unknown: "of a kind that is not known"
        }
    }
}

extension EntryDefect {
    var words: String {
        switch self {
        case .name(let fault): fault.words
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

    var help: [String] {
        switch self {
        case .tooMany: ["if that many are meant: `--max-entries N`"]
        case .tooLarge: ["if that much is meant: `--max-size BYTES`"]
        case .noRoom: ["make room, or unpack to another disk"]
        default: []
        }
    }
}

extension NameDefect {
    var words: String {
        switch self {
        case .empty: "has no name"
        case .notUTF8: "has a name that is not UTF-8"
        case .control: "has a name with a character that is not seen or acts on a terminal"
        case .absolute: "has an absolute name"
        case .backslash: "has a name with a backslash, which is a separator on other systems"
        case .driveLetter: "has a name that begins with a drive's letter"
        case .colon: "has a name with a colon, behind which other systems see another name"
        case .trailingDot:
            "has a name with a part that ends in a dot or a blank, which other systems leave out"
        case .dotDot: "has a name with `..`"
        case .dot: "has a name with `.` in it"
        case .emptyComponent: "has a name with two slashes in a row, or a slash at its end"
        case .reserved(let part): "has a name with \(shown(part)), which is a device on Windows"
        case .longComponent(let bytes): "has a part of \(bytes.grouped) bytes in its name; 255 is the limit"
        case .tooLong(let bytes): "has a name of \(bytes.grouped) bytes; 1,024 is the limit"
        case .tooDeep(let folders): "has a name of \(folders) parts; 32 is the limit"
        }
    }
}
