internal import TuneBytes
internal import TuneText

/// The files that other tools of the hub have already brought to this machine. Nothing is written there.
public struct HubCache: Sendable {
    private let folder: String?

    /// The cache of the user whose environment this is: `HF_HUB_CACHE`, else `$HF_HOME/hub`, else
    /// `~/.cache/huggingface/hub`.
    public init(environment: [String: String]) {
        folder = HubHome(environment: environment).cache
    }

    /// The path of the first of `names` that is there, of the revision the cache knows by that name, or that commit.
    /// When the cache has only one revision and says nothing about `main`, it is that one.
    public func path(
        ofFirst names: [String], of repository: String, revision: String = "main"
    ) -> String? {
        let files = names.compactMap { HubFile($0, of: repository, revision: revision) }
        guard let folder, let first = files.first else { return nil }
        let base = folder + "/models--" + first.repository.split(separator: "/").joined(separator: "--")
        let snapshots = base + "/snapshots"
        for commit in [
            commit(first.revision, in: base), only(in: snapshots, for: first.revision), first.revision,
        ] {
            guard let commit else { continue }
            let found = files.map { "\(snapshots)/\(commit)/\($0.name)" }.first(where: FileStatus.isFile)
            if let found { return found }
        }
        return nil
    }

    /// The commit that the cache knows by the name of a revision.
    private func commit(_ revision: String, in base: String) -> String? {
        guard let input = try? FileInput(path: "\(base)/refs/\(revision)"), input.size != nil else {
            return nil
        }
        var bytes: [UInt8] = []
        _ = try? input.read(256, into: &bytes)
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 1, Hexadecimal.isText(words[0], count: 40) else { return nil }
        return String(words[0])
    }

    /// The one snapshot there is, which is `main` when nothing is said of that.
    private func only(in snapshots: String, for revision: String) -> String? {
        guard revision == "main", !FileStatus.isFile(snapshots + "/../refs/main") else { return nil }
        let names = FolderListing.names(in: snapshots)
        return names.count == 1 ? names[0] : nil
    }
}
