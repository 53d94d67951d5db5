import Foundation
import HTTPTypes
import Testing

@testable import tuneprep_sandbox

@Suite("Files")
struct FileRoutesTests {
    @Test("an upload answers with bytes, lines, and each column's type and first five values")
    func upload() async throws {
        let answer = try await Rehearsal().upload()
        #expect(answer.status == 201)
        #expect(answer.json["bytes"]?.integer == Rehearsal.table.utf8.count)
        #expect(answer.json["lines"]?.integer == 7)
        #expect(answer.json["name"] == "train.csv")
        #expect(answer.json["created_at"]?.string?.hasSuffix("Z") == true)
        let columns = try #require(answer.json["columns"]?.array)
        #expect(columns.map { $0["name"] } == ["question", "answer"])
        #expect(columns.first?["values"] == ["q1", "q2", "q3", "q4", "q5"])
        #expect(columns.first?["type"] == "string")
    }

    @Test(
        "a form that is not exactly one CSV file is refused",
        arguments: [
            ([("purpose", nil, nil), ("file", "a.csv", "text/csv")], "purpose"),
            ([("file", "a.csv", "text/csv"), ("purpose", nil, nil)], "purpose"),
            ([("file", "a.csv", "text/csv"), ("file", "b.csv", "text/csv")], "2 files"),
            ([], "0 files"),
            ([("file", "a.txt", "text/csv")], ".csv"),
            ([("file", nil, "text/csv")], ".csv"),
            ([("file", "a.csv", "text/plain")], "text/csv"),
            ([("file", "a.csv", nil)], "text/csv"),
        ] as [([(String, String?, String?)], String)])
    func form(parts: [(String, String?, String?)], words: String) async throws {
        let rehearsal = try await Rehearsal()
        let content = Data(Rehearsal.table.utf8)
        let form =
            parts.isEmpty
            ? Data("\r\n--edge--\r\n".utf8)
            : Rehearsal.form(parts.map { (name: $0.0, file: $0.1, type: $0.2, content: content) })
        let answer = try await rehearsal.post("files", form, type: "multipart/form-data; boundary=edge")
        #expect(answer.status == 422)
        #expect(answer.json["message"]?.string?.contains(words) == true, "\(answer.text)")
        #expect(try await rehearsal.ask(.get, "files").json["data"] == [])
    }

    @Test(
        "a table that breaks the rules is refused, and the row is named",
        arguments: [
            ("", "no header row"), ("question,answer\n", "no rows"), ("a,a\n1,2\n", "same name"),
            ("a,\n1,2\n", "no name"), ("a,b\n1,2\n1,2,3\n", "row 2 has 3"), ("a,b\n\"1,2\n", "line 2"),
            ("a,b\n\"1\"x,2\n", "closing quote"),
        ])
    func table(content: String, words: String) async throws {
        let answer = try await Rehearsal().upload(content)
        #expect(answer.status == 422)
        #expect(answer.json["message"]?.string?.contains(words) == true, "\(answer.text)")
    }

    @Test("what is not UTF-8 is refused")
    func encoding() async throws {
        let form = Rehearsal.form([("file", "a.csv", "text/csv", Data([0x61, 0x0a, 0xff, 0x0a]))])
        let answer = try await Rehearsal().post("files", form, type: "multipart/form-data; boundary=edge")
        #expect(answer.json["message"] == "the file is not UTF-8")
    }

    @Test("a byte order mark stays in the first column's name")
    func mark() async throws {
        let answer = try await Rehearsal().upload("\u{FEFF}a,b\n1,2\n")
        #expect(answer.json["columns"]?.array?.first?["name"] == "\u{FEFF}a")
    }

    @Test("an upload that is too large answers 413", arguments: [20, 8000])
    func tooLarge(rows: Int) async throws {
        let rehearsal = try await Rehearsal(["max_file_bytes": 64])
        let content = "a,b\n" + String(repeating: "1,2\n", count: rows)
        #expect(try await rehearsal.upload(content).status == 413)
    }

    @Test("files are listed, the newest first, read and deleted")
    func life() async throws {
        let rehearsal = try await Rehearsal()
        let first = try await rehearsal.upload(name: "a.csv").json["id"]?.string ?? ""
        rehearsal.time.pass(1)
        _ = try await rehearsal.upload(name: "b.csv")
        let list = try await rehearsal.ask(.get, "files?limit=100").json["data"]?.array
        #expect(list?.map { $0["name"] } == ["b.csv", "a.csv"])
        #expect(try await rehearsal.ask(.get, "files?limit=1").json["data"]?.array?.count == 1)
        #expect(try await rehearsal.ask(.get, "files?limit=x").status == 422)
        let file = try await rehearsal.ask(.get, "files/\(first)").json
        let content = try await rehearsal.follow(file["download_url"]?.string ?? "")
        #expect(content.text == Rehearsal.table)
        #expect(try await rehearsal.ask(.delete, "files/\(first)").status == 204)
        #expect(try await rehearsal.ask(.get, "files/\(first)").status == 404)
    }

    @Test("a file that a dataset holds stays")
    func held() async throws {
        let rehearsal = try await Rehearsal()
        _ = try await rehearsal.dataset()
        let id = try await rehearsal.ask(.get, "files").json["data"]?.array?.first?["id"]?.string ?? ""
        #expect(try await rehearsal.ask(.delete, "files/\(id)").status == 409)
    }

    @Test("switches take columns, lines and the download URL away, or let the size lie")
    func switches() async throws {
        let rehearsal = try await Rehearsal([
            "file_columns": false, "file_lines": false, "file_download_url": false, "file_bytes_wrong": true,
        ])
        let file = try await rehearsal.upload().json
        #expect(file["columns"] == .null)
        #expect(file["lines"] == nil)
        #expect(file["bytes"]?.integer == Rehearsal.table.utf8.count + 1)
        let id = file["id"]?.string ?? ""
        #expect(try await rehearsal.ask(.get, "files/\(id)").json["download_url"] == nil)
    }
}
