import TestSupport
import Testing

@testable import TuneBytes

@Suite("Listing a folder")
struct FolderListingTests {
    @Test("the neighbours of a file are named in order, hidden ones too")
    func neighbours() throws {
        let folder = try TemporaryFolder()
        for name in ["b.csv", "a.csv", ".hidden", "ünï"] { try folder.write([], to: name) }
        #expect(
            FolderListing.names(beside: folder.path("absent.csv")) == [".hidden", "a.csv", "b.csv", "ünï"])
    }

    @Test("a folder that is not there has no names")
    func absent() throws {
        let folder = try TemporaryFolder()
        #expect(FolderListing.names(beside: folder.path("absent/a.csv")).isEmpty)
    }
}
