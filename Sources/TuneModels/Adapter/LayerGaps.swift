/// Modules that are trained in some layers and not in others.
enum LayerGaps {
    /// The most pairs of a module and a layer: beyond that it is no model, and nothing is said.
    private static let mostPairs = 1 << 22

    /// The modules, `*` for the number of the layer, with the layers they lack of those that any module has.
    static func gaps(in modules: some Collection<String>) -> [(module: String, layers: [Int])] {
        var layers: [String: Set<Int>] = [:]
        for module in modules {
            guard let (pattern, layer) = split(module) else { continue }
            layers[pattern, default: []].insert(layer)
        }
        guard let last = layers.values.compactMap({ $0.max() }).max(), last < mostPairs / layers.count else {
            return []
        }
        return layers.sorted { $0.key < $1.key }.compactMap { pattern, seen in
            let missing = (0...last).filter { !seen.contains($0) }
            return missing.isEmpty ? nil : (pattern, missing)
        }
    }

    private static func split(_ module: String) -> (pattern: String, layer: Int)? {
        var parts = module.split(separator: ".", omittingEmptySubsequences: false)
        for index in parts.indices {
            guard let layer = Int(parts[index]), layer >= 0 else { continue }
            parts[index] = "*"
            return (parts.joined(separator: "."), layer)
        }
        return nil
    }
}
