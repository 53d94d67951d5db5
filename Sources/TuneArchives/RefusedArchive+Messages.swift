internal import TuneBytes
public import TuneText

extension RefusedArchive: Explained {
    /// What is wrong with the archive, the folder to make, or the disk.
    public var message: String {
        switch refusal {
        case .source(let error), .disk(let error): error.message
        case .empty: "\(name) is empty"
        case .notAnArchive(let kind, _): "\(name) is not a .tar.gz: it is \(kind.words)"
        case .notTar(let kind, _): "\(name) holds no tar: inside the gzip layer is \(kind.words)"
        case .truncated(let length):
            "\(name) is cut off: the tar in it ends after \(length.grouped) bytes, before its end"
        case .damaged(let near, let detail, let after):
            "\(name) is damaged near byte \(near.grouped) of its tar"
                + "\(after.map { ", behind \(shown($0))" } ?? ""): \(Self.lowered(detail))"
        case .entry(let bytes, let number, let defect):
            "\(name) is refused: entry \(number.grouped), \(shown(bytes, limit: 120)), \(defect.words)"
        case .bomb(let stored, let text, let limit):
            "\(name) is refused: \(stored.grouped) stored bytes become \(text.grouped), more than \(limit) to 1"
        case .nothingInside: "\(name) holds no file"
        case .hidden(let offset):
            "\(name) is refused: something stands behind the end of its tar, from byte \(offset.grouped) on"
        case .badTarget(let path): "`\(path)` cannot be made: it is no name of a new folder"
        case .longTarget(let name):
            "the folder's name has \(name.utf8.count) bytes, which leaves no room for the names beside it"
        case .exists(let path): "`\(path)` exists"
        case .notAFolder(let path): "`\(path)` exists and is not a folder, so it is not replaced"
        case .inUse(let target, _, let owner):
            "`\(target)` is being unpacked by \(owner.map { "process \($0.process) on \($0.machine)" } ?? "another process")"
        case .unverified(let reason): reason
        case .interrupted: "stopped; nothing was unpacked"
        }
    }

    /// What to do about it.
    public var help: [String] {
        switch refusal {
        case .source(let error), .disk(let error): error.help
        case .unverified, .interrupted: []
        case .empty: ["download it again"]
        case .notAnArchive(let kind, let opening), .notTar(let kind, let opening):
            Self.help(for: kind, opening: opening)
        case .truncated: ["download it again and compare its size with the original"]
        case .damaged: ["download it again; if it stays so, it was written wrongly"]
        case .entry(_, _, let defect):
            [
                "nothing was unpacked"
                    + (isStandardInput
                        ? "" : "; `tuneprep unpack \(ShellWord.quoted(archive)) --list` shows every entry")
            ] + defect.help
        case .bomb: ["weights are near 1.3 to 1; what shrinks so much is meant to fill a disk"]
        case .nothingInside: ["ask for the export again"]
        case .hidden: ["most readers would hide it; write the archive anew"]
        case .badTarget: ["name one, as in `--into model`"]
        case .longTarget: ["name it with fewer than 240"]
        case .exists: ["name another folder, or replace this one with `--force`"]
        case .notAFolder: ["name another folder"]
        case .inUse(_, let lock, _): ["wait for it; if nobody does, remove `\(lock)`"]
        }
    }

    /// The error of the file or the disk, whose words these are then.
    public var cause: (any Error)? {
        switch refusal {
        case .source(let error), .disk(let error): error
        default: nil
        }
    }

    private var isStandardInput: Bool { archive == FileInput.standardInputName }

    private var name: String { isStandardInput ? "standard input" : "`\(archive)`" }

    private static func help(for kind: ArchiveKind, opening: [UInt8]) -> [String] {
        let shown = DisplayText.visible(String(decoding: opening.prefix(200), as: UTF8.self))
        return switch kind {
        case .markup, .json:
            [
                "it begins: \(shown)",
                "a storage host answers like this when a link has expired: ask for a new one and download again",
            ]
        case .text: ["it begins: \(shown)"]
        case .gzip: ["unpack one layer first: `gzip -dc FILE > INNER.tar.gz`"]
        default: ["tuneprep unpacks .tar.gz, as model services export it"]
        }
    }

    private static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
