package import Foundation

/// The Swift sources of a package, module by module.
package struct House: Sendable {
    /// Every file below `Sources`, by path.
    package let files: [SwiftFile]

    /// Reads the package at `root`.
    package init(root: URL) throws {
        let sources = root.appending(path: "Sources")
        let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        files = try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            let module = String(name.split(separator: "/").first ?? "")
            return try SwiftFile(path: "Sources/\(name)", module: module, root: root)
        }
    }

    /// Takes sources as they are.
    package init(files: [SwiftFile]) { self.files = files }

    /// The files that people wrote.
    package var written: [SwiftFile] { files.filter { !$0.isGenerated } }

    /// The names of the modules that hold Swift, in order.
    package var modules: [String] { Set(files.map(\.module)).sorted() }
}
