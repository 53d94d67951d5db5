import TuneBytes

/// Finds the folder that holds the model.
enum ModelRoot {
    /// The folder named itself when it holds a model; else the only one below that does, or the one that all others
    /// that do are in; else the folder itself. Ended by `/`, or empty.
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

extension ModelReport.Kind {
    /// What the names of a folder's files promise.
    init(ofFolderWith names: Set<String>) {
        let isAdapter = names.contains {
            $0 == ModelContents.adapterConfigurationName || $0.hasPrefix("adapter_model.")
        }
        let isFull = names.contains {
            $0 == ModelContents.configurationName || $0 == ShardIndex.fileName
                || $0 == ModelContents.weightsName
                || $0.hasPrefix("pytorch_model") || ShardName($0) != nil
        }
        self = isAdapter ? .adapter : isFull ? .full : .neither
    }
}

extension String {
    /// The name of a file in the folder `root`, which is empty or ends with `/`; nil for what is elsewhere. By
    /// bytes, since a mark after a `/` makes one Character of the two.
    func name(in root: String) -> String? {
        guard utf8.starts(with: root.utf8) else { return nil }
        let rest = utf8.dropFirst(root.utf8.count)
        return rest.contains(UInt8(ascii: "/")) ? nil : String(Substring(rest))
    }
}
