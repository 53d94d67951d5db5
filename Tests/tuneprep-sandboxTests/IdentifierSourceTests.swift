import Foundation
import TestSupport
import Testing

@testable import tuneprep_sandbox

@Suite("Seeds")
struct IdentifierSourceTests {
    private static func upload() throws -> Upload {
        let lines = [
            "--b", #"Content-Disposition: form-data; name="file"; filename="a.csv""#,
            "Content-Type: text/csv", "", "q,a\n1,2\n", "--b--", "",
        ]
        let form = lines.joined(separator: "\r\n")
        return try Upload(form: Data(form.utf8), contentType: "multipart/form-data; boundary=b")
    }

    /// The ids of a new sandbox and of two files sent to it.
    private static func ids(_ seed: Int?, on folder: TemporaryFolder) async throws -> [String] {
        let store = try Store(StateFolder(URL(filePath: folder.path)), seed: seed)
        var ids = [await store.identity.organizationID]
        let upload = try upload()
        for _ in 0..<2 { ids.append(try await store.add(upload, table: CSVTable(upload.content)).id) }
        return ids
    }

    @Test("the same seed gives the same ids, another seed or none gives others")
    func same() async throws {
        let first = try await Self.ids(1, on: TemporaryFolder())
        #expect(Set(first).count == 3)
        #expect(try await Self.ids(1, on: TemporaryFolder()) == first)
        #expect(try await Set(Self.ids(2, on: TemporaryFolder())).isDisjoint(with: first))
        #expect(try await Set(Self.ids(nil, on: TemporaryFolder())).isDisjoint(with: first))
    }

    @Test("ids are UUIDs in lower case, of the random kind")
    func form() throws {
        for seed in [0, 1, .max] {
            var source = IdentifierSource(seed: seed)
            for _ in 0..<100 {
                let id = source.next()
                #expect(UUID(uuidString: id)?.uuidString.lowercased() == id)
                #expect(id.dropFirst(14).first == "4" && "89ab".contains(id.dropFirst(19).prefix(1)))
            }
        }
    }

    @Test("a folder that is opened again with its seed holds no id twice")
    func again() async throws {
        let folder = try TemporaryFolder()
        let first = try await Self.ids(7, on: folder)
        let second = try await Self.ids(7, on: folder)
        #expect(second.first == first.first)
        #expect(Set(second.dropFirst()).isDisjoint(with: first))
    }
}
