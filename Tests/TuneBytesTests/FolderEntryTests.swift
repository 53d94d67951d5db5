import TestSupport
import Testing
import TuneBytes

@Suite("A path is taken apart by its bytes")
struct FolderEntryTests {
    @Test("a name begins behind the last slash, also when a mark follows that")
    func names() {
        #expect(
            FolderEntry(path: "a/\u{301}b", kind: .file).name.unicodeScalars.elementsEqual(
                "\u{301}b".unicodeScalars))
        #expect(FolderEntry(path: "a/b/c", kind: .file).name == "c")
        #expect(FolderEntry(path: "c", kind: .file).name == "c")
    }

    @Test("a folder's names are listed also when the file's own begins with a mark")
    func listing() throws {
        let folder = try TemporaryFolder()
        try folder.write([], to: "x")
        #expect(FolderListing.names(beside: folder.path("\u{301}b")) == ["x"])
    }
}
