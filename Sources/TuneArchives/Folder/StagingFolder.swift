internal import CArchive
internal import TuneBytes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

// Unsafe code: paths are lent to the system as C strings for the length of a call. Every name is one component
// (`Descriptor.check`), opened from the descriptor of the folder it is in, and no link is followed: what is written
// stays below the folder that was made here.

/// A new folder beside the target, in which everything is written before it gets its name.
@safe
final class StagingFolder {
    /// Where it is while it is written.
    let path: String
    private let target: Target
    private let parent: Descriptor
    private let root: Descriptor
    private var folder: (components: [String], descriptor: Descriptor)
    private var folders: [[String]] = []
    private var isPublished = false

    #if os(Linux)
        /// Whether folders and small files are synced by one call: 10,000 take half a second, with a call for each 44.
        static let syncsAtOnce = true
    #else
        /// Whether folders and small files are synced by one call.
        static let syncsAtOnce = false
    #endif

    /// Makes the folder for `target`. What an earlier run left under its name is removed: the lock of the target must
    /// be held.
    init(for target: Target) throws(ArchiveRefusal) {
        self.target = target
        path = target.path(of: target.stagingName)
        parent = try Descriptor(folder: target.parent)
        let name = target.stagingName
        Renaming.mend(name, target.name, in: parent)
        try FolderRemoval.remove(name, in: parent)
        guard unsafe mkdirat(parent.number, name, 0o700) == 0 else { throw .last(.write, path: path) }
        root = try Descriptor(name, in: parent, flags: O_DIRECTORY, path: path)
        folder = ([], root)
    }

    deinit {
        if !isPublished { try? FolderRemoval.remove(target.stagingName, in: parent) }
    }

    /// Makes a folder and those it is in, as far as they are not there.
    func makeFolder(_ name: EntryName) throws(ArchiveRefusal) {
        _ = try open(name.components[...])
    }

    /// Makes a file, with the folders it is in.
    func makeFile(_ name: EntryName, size: Int) throws(ArchiveRefusal) -> StagedFile {
        guard let last = name.components.last else { throw .disk(.isDirectory(path: path)) }
        let folder = try open(name.components.dropLast())
        return try StagedFile(last, in: folder, path: path + "/" + name.path, size: size)
    }

    private func open(_ components: ArraySlice<String>) throws(ArchiveRefusal) -> Descriptor {
        if components.elementsEqual(folder.components) { return folder.descriptor }
        var descriptor = root
        for (depth, component) in components.enumerated() {
            let inner = path + "/" + components.prefix(depth + 1).joined(separator: "/")
            try Descriptor.check(component.utf8CString.map { $0 }, path: inner)
            if unsafe mkdirat(descriptor.number, component, 0o700) == 0 {
                folders.append(Array(components.prefix(depth + 1)))
            } else if errno != EEXIST {
                throw .last(.write, path: inner)
            }
            descriptor = try Descriptor(component, in: descriptor, flags: O_DIRECTORY, path: inner)
        }
        folder = (Array(components), descriptor)
        return descriptor
    }

    /// Gives the folder its final name, once all of it is on the disk. With `replaced`, that folder has the name now
    /// and goes; else nothing may have it. Returns the path of what could not be removed of the old folder.
    func publish(replacing replaced: FolderHandle?) throws(ArchiveRefusal) -> String? {
        for components in folders.reversed() + [[]] {
            let descriptor = try open(components[...])
            guard fchmod(descriptor.number, 0o755) == 0,
                Self.syncsAtOnce || fsync(descriptor.number) == 0
            else { throw .last(.write, path: path) }
        }
        #if os(Linux)
            guard sync_file_system(root.number) == 0 else { throw .last(.write, path: path) }
        #endif
        guard let replaced else {
            try rename()
            return nil
        }
        return try exchange(replaced)
    }

    private func rename() throws(ArchiveRefusal) {
        let result = Renaming.unlessTaken(target.stagingName, to: target.name, in: parent)
        if result != 0 { throw errno == EEXIST ? .exists(target.path) : .last(.rename, path: target.path) }
        isPublished = true
        fsync(parent.number)
    }

    /// Exchanges the new folder with the old one, and removes that under a name of its own, so that what cannot be
    /// removed is in nobody's way.
    private func exchange(_ replaced: FolderHandle) throws(ArchiveRefusal) -> String? {
        guard Renaming.exchange(target.stagingName, target.name, in: parent) == 0 else {
            if errno == ENOENT {
                try rename()
                return nil
            }
            throw .last(.rename, path: target.path)
        }
        guard replaced.isNamed(target.stagingName, in: parent) else {
            // Somebody put something else there meanwhile.
            _ = Renaming.exchange(target.stagingName, target.name, in: parent)
            throw .exists(target.path)
        }
        isPublished = true
        fsync(parent.number)
        let old =
            Renaming.unlessTaken(target.stagingName, to: target.oldName, in: parent) == 0
            ? target.oldName : target.stagingName
        do throws(ArchiveRefusal) {
            try FolderRemoval.remove(old, in: parent)
            return nil
        } catch {
            return target.path(of: old)
        }
    }
}
