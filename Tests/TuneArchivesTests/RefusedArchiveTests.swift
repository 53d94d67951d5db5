import Testing
import TuneBytes

@testable import TuneArchives

@Suite("The words of a refused archive")
struct RefusedArchiveTests {
    private func words(_ refusal: ArchiveRefusal, archive: String = "a b.tar.gz") -> [String] {
        let refused = RefusedArchive(refusal, archive: archive)
        return [refused.message] + refused.help
    }

    @Test("an entry is named with its number, its defect and the way to see all of them")
    func entry() {
        let defect = EntryDefect.tooLarge(total: 2_000, limit: 1_000)
        #expect(
            words(.entry(name: Array("x/y".utf8), number: 1_234, defect)) == [
                "`a b.tar.gz` is refused: entry 1,234, `x/y`, brings the files to 2,000 bytes, more than the limit of 1,000",
                "nothing was unpacked; `tuneprep unpack 'a b.tar.gz' --list` shows every entry",
                "if that much is meant: `--max-size BYTES`",
            ])
    }

    @Test("standard input, which cannot be listed once more, is called so")
    func standardInput() {
        #expect(
            words(.entry(name: [], number: 1, .duplicate), archive: "-") == [
                "standard input is refused: entry 1, without a name, is there twice", "nothing was unpacked",
            ])
    }

    @Test("what a storage host says of an expired link is shown, made visible")
    func opening() {
        #expect(
            words(.notAnArchive(.markup, opening: Array("<Error>\n".utf8)))[0...1] == [
                "`a b.tar.gz` is not a .tar.gz: it is a web page", "it begins: <Error>␊",
            ])
    }

    @Test("the error of a file or of the disk is carried up, and speaks for itself")
    func cause() {
        let error = ByteError.isDirectory(path: "x")
        #expect(RefusedArchive(.source(error), archive: "x").cause as? ByteError == error)
        #expect(RefusedArchive(.disk(error), archive: "x").cause as? ByteError == error)
        #expect(RefusedArchive(.empty, archive: "x").cause == nil)
    }
}
