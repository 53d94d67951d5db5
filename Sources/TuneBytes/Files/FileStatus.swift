/// What the system says about a path without its file being opened.
public enum FileStatus {
    /// What is at a path, a link being a thing of its own.
    public enum Kind: Sendable { case file, folder, link, other }

    /// What is there, links not followed; nil for nothing, or nothing that can be seen.
    public static func kind(_ path: String) -> Kind? {
        switch System.status(of: path, followsLinks: false)?.kind {
        case nil: nil
        case .file: .file
        case .folder: .folder
        case .link: .link
        default: .other
        }
    }

    /// Whether a regular file is there, links followed.
    public static func isFile(_ path: String) -> Bool { System.status(of: path)?.kind == .file }

    /// Whether a pipe, a socket or a device is there, links followed: something that need not give the same bytes
    /// twice.
    public static func isStream(_ path: String) -> Bool {
        ![nil, .file, .folder].contains(System.status(of: path)?.kind)
    }

    /// Whether a folder is there, links followed.
    public static func isFolder(_ path: String) -> Bool { System.status(of: path)?.kind == .folder }

    /// Whether nobody but its owner, who is this user or root, can read or write the file at `path`. What is no
    /// regular file, such as a pipe, is taken to be; so is what is not there, which opening it will tell.
    public static func isPrivate(_ path: String) -> Bool {
        guard let status = System.status(of: path), status.kind == .file else { return true }
        return status.permissions & 0o077 == 0 && [System.user, 0].contains(status.owner)
    }

    /// Whether two paths are in folders on the same disk, which share what is free.
    public static func sharesDisk(_ path: String, _ other: String) -> Bool {
        guard let one = System.status(of: AtomicFile.folder(of: path)) else { return false }
        return System.status(of: AtomicFile.folder(of: other))?.device == one.device
    }

    /// How many bytes may still be written in the folder of `path`; nil when the system does not say.
    public static func freeSpace(beside path: String) -> Int? {
        System.freeSpace(in: AtomicFile.folder(of: path))
    }
}
