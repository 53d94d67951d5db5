import Foundation
import TestSupport
import Testing

@testable import TuneTransfer

@Suite("The table of faults")
struct FaultTableTests {
    private static func text(of suite: String) throws -> String {
        let places = ["TuneTransferTests", "TuneBytesTests", "tuneprepTests"].map {
            "Tests/\($0)/\(suite).swift"
        }
        return try PackageFolder.text(of: try #require(places.first { isFile($0) }))
    }

    @Test("docs/transfers.md has a row for each fault, and the tests it names are there")
    func namedTests() throws {
        let page = try PackageFolder.text(of: "docs/transfers.md")
        let rows = page.split(separator: "\n").filter { $0.contains(/^\| \d+ \|/) }
        #expect(rows.count == 41)
        for (place, row) in rows.enumerated() {
            #expect(row.hasPrefix("| \(place + 1) |"))
            var suite = ""
            for name in row.matches(of: /`(?:([A-Z]\w+Tests)\.?)?([a-z]\w+)?`/) {
                if let named = name.1 { suite = String(named) }
                // Words like `Range` stand in front of the last column.
                guard !suite.isEmpty else { continue }
                let text = try Self.text(of: suite)
                if let function = name.2 {
                    #expect(text.contains("func \(function)("), "\(suite).\(function)")
                }
            }
        }
    }

    @Test("the statuses that are tried again are those of rows 20 and 21")
    func retriedStatuses() throws {
        let page = try PackageFolder.text(of: "docs/transfers.md")
        let statuses = { (number: Int) in
            let row = page.split(separator: "\n").first { $0.hasPrefix("| \(number) |") } ?? ""
            let column = row.split(separator: "|").dropFirst().first ?? ""
            return column.matches(of: /\d{3}/).compactMap { Int($0.output) }.sorted()
        }
        #expect(statuses(20) == (100..<600).filter { RetryableStatus($0) == .postponed })
        #expect(statuses(21) == (100..<600).filter { RetryableStatus($0) == .failed })
    }

    private static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: PackageFolder.root.appending(path: path).path)
    }
}
