/// The names an archive has used so far, compared as file systems do that tell neither case nor the spelling of
/// accents apart.
struct NameTree {
    private struct Node {
        var path: [UInt8]
        var isFolder: Bool
    }

    private var nodes: [String: Node] = [:]

    /// Number of files and folders, implied folders included.
    var count: Int { nodes.count }

    /// Adds a name with the folders it implies; throws when it contradicts one that came before.
    mutating func add(_ name: EntryName, isFolder: Bool) throws(EntryDefect) {
        var path = ""
        for (depth, component) in name.components.enumerated() {
            path += (depth > 0 ? "/" : "") + component
            if depth < name.components.count - 1 {
                try addParent(path)
            } else {
                try addLast(path, isFolder: isFolder)
            }
        }
    }

    private mutating func addParent(_ path: String) throws(EntryDefect) {
        guard let node = try node(at: path) else { return add(path, asFolder: true) }
        if !node.isFolder { throw .belowFile(path) }
    }

    private mutating func addLast(_ path: String, isFolder: Bool) throws(EntryDefect) {
        guard let node = try node(at: path) else { return add(path, asFolder: isFolder) }
        if node.isFolder != isFolder { throw .changesKind }
        if !isFolder { throw .duplicate }
    }

    private func node(at path: String) throws(EntryDefect) -> Node? {
        guard let node = nodes[Self.folded(path)] else { return nil }
        guard node.path.elementsEqual(path.utf8) else {
            throw .collides(with: String(decoding: node.path, as: UTF8.self))
        }
        return node
    }

    private mutating func add(_ path: String, asFolder isFolder: Bool) {
        nodes[Self.folded(path)] = Node(path: Array(path.utf8), isFolder: isFolder)
    }

    /// Upper case between two lower cases joins what full case folding does (ẞ, ß and ss; ligatures). Strings compare
    /// by canonical equivalence.
    private static func folded(_ path: String) -> String {
        path.lowercased().uppercased().lowercased()
    }
}
