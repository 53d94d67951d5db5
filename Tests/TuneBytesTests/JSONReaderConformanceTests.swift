import Foundation
import TestSupport
import Testing
import TuneBytes

@Suite("The JSON reader and JSONTestSuite")
struct JSONReaderConformanceTests {
    private static let folder = "JSONTestSuite/test_parsing"
    private static let isThere = SharedData.isThere(folder)

    @Test("every valid file is accepted", .enabled(if: isThere, "needs ../shared/data/JSONTestSuite"))
    func valid() throws {
        let names = Self.names("y_")
        #expect(names.count == 95)
        for name in names {
            let bytes = try Self.bytes(name)
            #expect(throws: Never.self, "\(name)") { try JSONReaderTests.check(bytes) }
        }
    }

    @Test("every invalid file is refused", .enabled(if: isThere, "needs ../shared/data/JSONTestSuite"))
    func invalid() throws {
        let names = Self.names("n_")
        #expect(names.count == 188)
        for name in names {
            let bytes = try Self.bytes(name)
            #expect(throws: JSONReaderError.self, "\(name)") { try JSONReaderTests.check(bytes) }
        }
    }

    @Test(
        "files the standard leaves open are accepted or refused, for a reason inside the file",
        .enabled(if: isThere, "needs ../shared/data/JSONTestSuite"))
    func open() throws {
        let names = Self.names("i_")
        #expect(names.count == 35)
        for name in names {
            let bytes = try Self.bytes(name)
            do {
                try JSONReaderTests.check(bytes)
            } catch {
                switch error {
                case .ended, .mismatch, .notAnInteger, .tooManyValues: Issue.record("\(name): \(error)")
                case .unexpected(let offset), .notUTF8(let offset), .tooDeep(let offset):
                    #expect(bytes.indices.contains(offset), "\(name)")
                }
            }
        }
    }

    private static func names(_ start: String) -> [String] {
        SharedData.names(in: folder, ending: ".json").filter { $0.hasPrefix(start) }
    }

    private static func bytes(_ name: String) throws -> [UInt8] {
        try SharedData.bytes("\(folder)/\(name)")
    }
}
