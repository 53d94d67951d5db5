import TuneBytes

/// Finds the folder that holds the model.
enum ModelRoot {
    /// The folder named itself when it holds a model; else the only one below that does, or the one that all others
    /// that do stand in; else the folder itself. Ended by `/`, or empty.
    static func root(of entries: [FolderEntry]) -> String {
        var names: [String: Set<String>] = [:]
        for entry in entries where entry.kind == .file && !entry.name.utf8.starts(with: "._".utf8) {
            names[folder(of: entry.path), default: []].insert(entry.name)
        }
        let models = names.filter { ModelReport.Kind(ofFolderWith: $0.value) != .neither }.keys
        guard let shortest = models.min(by: { $0.utf8.count < $1.utf8.count }) else { return "" }
        return models.allSatisfy { $0.utf8.starts(with: shortest.utf8) } ? shortest : ""
    }

    private static func folder(of path: String) -> String {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        return slash.map { String(path[..<path.utf8.index(after: $0)]) } ?? ""
    }
}
