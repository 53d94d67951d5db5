import Testing

@testable import TuneServices

@Suite("a file is read and compared with what was sent")
struct ServiceFileWireTests {
    @Test("a file's columns may be null; what it says is compared")
    func files() async throws {
        let text =
            #"{"id":"f-1","name":"t.csv","bytes":"12","columns":[{"name":"q","type":"string","values":[]},{"name":"a"}]}"#
        let file = try await NscaleService.fake(["GET /files/f-1": .json(text)]).file("f-1")
        #expect(file.columns == ["q", "a"] && file.bytes == 12)
        #expect(file.difference(bytes: 12, columns: ["q", "a"]) == nil)
        #expect(file.difference(bytes: 13, columns: ["q", "a"])?.what == "bytes")
        #expect(file.difference(bytes: 12, columns: ["a", "q"])?.what == "columns")
        let silent = try await NscaleService.fake(["GET /files/f-1": .json(#"{"id":"f-1","columns":null}"#)])
            .file("f-1")
        #expect(silent.difference(bytes: 12, columns: ["q"]) == nil)
    }
}
