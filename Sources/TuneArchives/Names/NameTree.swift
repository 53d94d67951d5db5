/// The names an archive has used so far, compared as file systems do that tell neither case nor the spelling of
/// accents apart.
struct NameTree {
    private struct Place {
        var path: [UInt8]
        var isFolder: Bool
    }

    private var places: [String: Place] = [:]

    /// How many files and folders there are, implied folders included.
    var count: Int { places.count }

    /// Adds a name with the folders it implies.
    mutating func add(_ name: EntryName, isFolder: Bool) throws(EntryDefect) {
        var path = ""
        for (depth, component) in name.components.enumerated() {
            path += (depth > 0 ? "/" : "") + component
            if depth < name.components.count - 1 {
                try addParent(path)
            } else {
                try addLast(path, isFolder)
            }
        }
    }

    private mutating func addParent(_ path: String) throws(EntryDefect) {
        guard let place = try place(of: path) else { return add(path, true) }
        if !place.isFolder { throw .belowFile(path) }
    }

    private mutating func addLast(_ path: String, _ isFolder: Bool) throws(EntryDefect) {
        guard let place = try place(of: path) else { return add(path, isFolder) }
        if place.isFolder != isFolder { throw .changesKind }
        if !isFolder { throw .duplicate }
    }

    private func place(of path: String) throws(EntryDefect) -> Place? {
        guard let place = places[Self.folded(path)] else { return nil }
        guard place.path.elementsEqual(path.utf8) else {
            throw .collides(with: String(decoding: place.path, as: UTF8.self))
        }
        return place
    }

    private mutating func add(_ path: String, _ isFolder: Bool) {
        places[Self.folded(path)] = Place(path: Array(path.utf8), isFolder: isFolder)
    }

    /// Upper case between two lower cases joins what full case folding does (ẞ, ß and ss; ligatures). Strings compare
    /// by canonical equivalence.
    private static func folded(_ path: String) -> String {
        path.lowercased().uppercased().lowercased()
    }
}
