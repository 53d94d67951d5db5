import Testing
import TuneFindings

@Suite("findings of a slice are numbered as the file's")
struct FilePositionTests {
    private func finding(at site: Location) -> Finding {
        Finding(code: "TP101", name: "empty-answer", severity: .error, message: "", site: site)
    }

    @Test("record and line count from the file's beginning, the rest stays")
    func numbers() {
        let site = Location(
            path: "a.csv", record: 3, line: 7, column: 5, field: "answer", byteStart: 90, byteEnd: 91)
        var wanted = site
        (wanted.record, wanted.line) = (13, 107)
        let position = FilePosition(records: 10, lines: 100)
        #expect(finding(at: site).placed(after: position).site == wanted)
    }

    @Test("what belongs to no record or line gets none")
    func unnumbered() {
        let site = Location(path: "a.csv")
        #expect(finding(at: site).placed(after: FilePosition(records: 10, lines: 100)).site == site)
    }

    @Test("slice after slice, the numbers add up")
    func advance() {
        var position = FilePosition(lines: 1)
        position.advance(records: 10, lines: 12)
        position.advance(records: 5, lines: 5)
        #expect(position == FilePosition(records: 15, lines: 18))
    }
}
