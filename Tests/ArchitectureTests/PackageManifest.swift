import Foundation
import Testing

/// What Package.swift says its targets depend on.
struct PackageManifest {
    /// The modules each target may see, by name of the target.
    let dependencies: [String: Set<String>]

    /// Reads the manifest at `url`.
    init(at url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        var products: [String: String] = [:]
        for match in text.matches(
            of: /let (\w+): Target\.Dependency = \.(?:product|target)\(\s*name: "(\w+)"/)
        {
            products[String(match.1)] = String(match.2)
        }
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
}
