import Foundation
import Testing

/// The table of floors in docs/architecture.md: the one place that says what a module may import.
struct FloorTable {
    /// What the page says of one module.
    struct Row {
        let module: String
        /// The modules it may import, those of the system's C library included.
        let imports: Set<String>
        /// Whether it may import whatever is above it in the table, rather than what is listed.
        let namesAllAbove: Bool
    }

    /// The rows of modules in Swift, from the ground up.
    let rows: [Row]

    /// Reads the page at `url`.
    init(page url: URL) throws {
        let page = try String(contentsOf: url, encoding: .utf8)
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let begin = try #require(
            lines.firstIndex { $0.hasPrefix("| floor |") }, "the table of floors is gone")
        var rows: [Row] = []
        for line in lines[(begin + 2)...].prefix(while: { $0.hasPrefix("|") }) {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            for match in cells[1].matches(of: /`([^`]+)`/) where !match.1.hasPrefix("C") {
                let above = Set(rows.map(\.module).filter { $0.hasPrefix("Tune") })
                let cell = cells.count > 3 ? cells[3] : ""
                rows.append(
                    Row(
                        module: String(match.1), imports: try Self.imports(cell, above: above),
                        namesAllAbove: cell.hasPrefix("all above")))
            }
        }
        self.rows = rows
    }

    /// The row of a module.
    func row(of module: String) throws -> Row { try #require(rows.first { $0.module == module }) }

    /// A cell such as `TuneText, the C library` or `all above but TuneTransfer and TuneServices, Dispatch`.
    private static func imports(_ cell: String, above: Set<String>) throws -> Set<String> {
        var imports: Set<String> = []
        for item in cell.components(separatedBy: ", ") where !item.isEmpty {
            if item == "the C library" {
                imports.formUnion(["Glibc", "Musl", "Darwin"])
            } else if let match = item.wholeMatch(of: /all above(?: but (.+))?/) {
                let without = match.1.map { String($0).components(separatedBy: " and ") } ?? []
                for name in without { #expect(above.contains(name), "\(name) is no module above") }
                imports.formUnion(above.subtracting(without))
            } else {
                #expect(item.wholeMatch(of: /\w+/) != nil, "`\(item)` is not the name of a module")
                imports.insert(item)
            }
        }
        return imports
    }
}
