import Testing

@testable import TuneArchives

@Suite("The names of entries")
struct EntryNameTests {
    private func defect(_ name: String, isFolder: Bool = false) -> NameDefect? {
        defect(Array(name.utf8), isFolder: isFolder)
    }

    private func defect(_ bytes: [UInt8], isFolder: Bool = false) -> NameDefect? {
        do throws(NameDefect) {
            _ = try EntryName(bytes, isFolder: isFolder)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "plain relative names pass, and keep their parts",
        arguments: [
            ("config.json", ["config.json"]), ("./config.json", ["config.json"]), ("a/b/c", ["a", "b", "c"]),
            ("modèle-日本.json", ["modèle-日本.json"]), ("..a", ["..a"]), ("a..b", ["a..b"]),
            ("console.log", ["console.log"]), ("com10", ["com10"]), ("a b", ["a b"]),
        ])
    func plain(_ name: String, _ components: [String]) throws {
        #expect(try EntryName(Array(name.utf8), isFolder: false).components == components)
    }

    @Test("a folder's name may end in one slash, and be the folder itself")
    func folders() throws {
        #expect(try EntryName(Array("a/b/".utf8), isFolder: true).components == ["a", "b"])
        #expect(try EntryName(Array("./".utf8), isFolder: true).components.isEmpty)
        #expect(try EntryName(Array(".".utf8), isFolder: true).components.isEmpty)
        #expect(defect("a/") == .emptyComponent)
        #expect(defect("a//", isFolder: true) == .emptyComponent)
        #expect(defect("./") == .empty)
    }

    @Test(
        "names that lead elsewhere do not pass, wherever the dots stand",
        arguments: ["..", "../a", "a/..", "a/../b", "./../a", "./..", "a/b/../../.."])
    func dotDot(_ name: String) {
        #expect(defect(name) == .dotDot)
        #expect(defect(name, isFolder: true) == .dotDot)
    }

    @Test(
        "names that are not what they look like do not pass",
        arguments: [
            ("/a", NameDefect.absolute), ("//a", .absolute), ("a//b", .emptyComponent), ("././a", .dot),
            ("a/./b", .dot), ("a\\b", .backslash), ("ab:c", .colon), ("config.json::$DATA", .colon),
            ("a.", .trailingDot), ("...", .trailingDot),
            ("d /a", .trailingDot), ("a\u{200D}b", .control("\u{200D}")), ("C:/a", .driveLetter),
            ("./z:a", .driveLetter),
            ("a\nb", .control("\n")), ("a\u{7F}", .control("\u{7F}")), ("a\u{9B}b", .control("\u{9B}")),
            ("a\u{202E}b", .control("\u{202E}")), ("\u{2066}a", .control("\u{2066}")),
            ("a\u{200F}", .control("\u{200F}")), ("a\u{2028}b", .control("\u{2028}")),
            ("NUL", .reserved("NUL")), ("a/con.txt", .reserved("con.txt")),
            ("Com1.tar.gz", .reserved("Com1.tar.gz")),
            ("lpt²", .reserved("lpt²")), ("aux .txt", .reserved("aux .txt")),
            ("conout$", .reserved("conout$")),
            ("", .empty),
        ])
    func misleading(_ name: String, _ expected: NameDefect) {
        #expect(defect(name) == expected)
    }

    @Test("no part holds a slash, whatever marks stand around it in the name")
    func slashes() {
        let marks = [
            "\u{301}", "\u{600}", "\u{20E3}", "\u{FE0F}", "\u{1F3FB}", "\u{94D}", "\u{E31}", "\u{200D}", "a",
        ]
        for before in marks {
            for behind in marks {
                for shape in ["..X/Y", "a/X../Yb", "X../Y", "../Yevil", "aX/Y..", "./Yx/../Yz", "aX/Yb/.X/"] {
                    let name = shape.replacing("X", with: before).replacing("Y", with: behind)
                    for isFolder in [false, true] {
                        guard let parsed = try? EntryName(Array(name.utf8), isFolder: isFolder) else {
                            continue
                        }
                        let bytes = parsed.components.map { Array($0.utf8) }
                        #expect(
                            bytes.allSatisfy {
                                !$0.contains(0x2F) && $0 != [0x2E, 0x2E] && $0 != [0x2E] && !$0.isEmpty
                            })
                        #expect(bytes.joined(separator: [0x2F]).elementsEqual(parsed.path.utf8))
                    }
                }
            }
        }
        #expect(defect("../\u{301}evil") == .dotDot)
        #expect(defect("x/./\u{301}y") == .dot)
    }

    @Test("bytes that are not UTF-8 do not pass, overlong forms and surrogates among them")
    func notUTF8() {
        #expect(defect([0x63, 0xE9]) == .notUTF8)
        #expect(defect([0xC0, 0xAE, 0xC0, 0xAE, 0x2F]) == .notUTF8)
        #expect(defect([0xED, 0xA0, 0x80]) == .notUTF8)
    }

    @Test("lengths are counted in bytes, and the limits themselves pass")
    func lengths() {
        #expect(defect(String(repeating: "n", count: 255)) == nil)
        #expect(defect(String(repeating: "n", count: 256)) == .longComponent(bytes: 256))
        #expect(defect(String(repeating: "é", count: 128)) == .longComponent(bytes: 256))
        let path =
            String(repeating: "d/", count: 3)
            + [250, 250, 250, 250].map { String(repeating: "p", count: $0) }
            .joined(separator: "/")
        #expect(defect(path + String(repeating: "q", count: 1_024 - path.utf8.count)) != nil)
        #expect(
            defect((0..<4).map { _ in String(repeating: "p", count: 255) }.joined(separator: "/") + "/")
                != nil
        )
        let longest = (0..<4).map { _ in String(repeating: "p", count: 255) }.joined(separator: "/")
        #expect(longest.utf8.count == 1_023 && defect(longest) == nil)
        #expect(defect("a/" + longest) == .tooLong(bytes: 1_025))
        #expect(defect(Array(repeating: "d", count: 32).joined(separator: "/")) == nil)
        #expect(defect(Array(repeating: "d", count: 33).joined(separator: "/")) == .tooDeep(folders: 33))
    }
}
