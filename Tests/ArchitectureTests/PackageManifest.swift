import Foundation
import Testing

/// What Package.swift says its targets depend on.
struct PackageManifest {
    /// The modules each target may see, by name of the target.
    let dependencies: [String: Set<String>]
    /// The modules of other packages that are there with the trait `Online` only.
    let onlineModules: Set<String>

    /// Reads the manifest at `url`.
    init(at url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        var products: [String: String] = [:]
        for match in text.matches(
            of: /let (\w+): Target\.Dependency = \.(?:product|target)\(\s*name: "(\w+)"/)
        {
            products[String(match.1)] = String(match.2)
        }
        var online: Set<String> = []
        for match in text.matches(of: /let (\w+) = product\("(\w+)", of:/) {
            products[String(match.1)] = String(match.2)
            online.insert(String(match.2))
        }
        onlineModules = online
        var dependencies: [String: Set<String>] = [:]
        let target = /\.(?:executableTarget|target)\(\s*name: "([\w-]+)"(?:,\s*dependencies: \[([^\]]*)\])?/
        for match in text.matches(of: target) {
            let items = (match.2 ?? "").split { $0 == "," || $0.isWhitespace }
            dependencies[String(match.1)] = Set(
                try items.map { item in
                    item.hasPrefix("\"")
                        ? item.trimmingCharacters(in: ["\""]) : try #require(products[String(item)])
                })
        }
        self.dependencies = dependencies
    }

    /// All that is linked into a target: what it depends on, what that depends on, and so on.
    func everything(below target: String) -> Set<String> {
        var (found, open) = (Set<String>(), [target])
        while let next = open.popLast() {
            for module in dependencies[next] ?? [] where found.insert(module).inserted { open.append(module) }
        }
        return found
    }
}
