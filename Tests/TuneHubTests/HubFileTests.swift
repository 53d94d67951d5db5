import Testing
import TuneHub

@Suite("A file on the hub")
struct HubFileTests {
    @Test(
        "names that would leave a folder, or that the hub does not allow, are no files",
        arguments: [
            ("../x", "org/name"), ("a/../../x", "org/name"), ("/x", "org/name"), ("", "org/name"),
            ("x", "org"), ("x", "org/name/more"), ("x", "../name"), ("x", "org/.."), ("x", "org/na me"),
            ("x", "/name"),
            ("x\ny", "org/name"), ("a\\b", "org/name"), ("a/../\u{301}x", "org/name"),
            ("/\u{301}x", "org/name"),
        ])
    func badNames(name: String, repository: String) {
        #expect((HubFile(name, of: repository) == nil) == (repository != "org"))
    }
}
