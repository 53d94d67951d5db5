import TestSupport
import Testing

@testable import TuneArchives

@Suite("The policy of entries")
struct EntryPolicyTests {
    private let text = Array("hello\n".utf8)

    @Test(
        "whatever is neither a file nor a folder is refused",
        arguments: [
            ("1", EntryDefect.Kind.hardLink), ("2", .symbolicLink), ("3", .characterDevice),
            ("4", .blockDevice),
            ("6", .fifo),
        ] as [(Character, EntryDefect.Kind)])
    func kinds(_ kind: Character, _ expected: EntryDefect.Kind) {
        var tar = Tar()
        tar.add("x", kind: kind, link: "y")
        #expect(defect(of: tar.gzipped) == .kind(expected))
    }

    @Test("a hard link that carries data is a hard link")
    func hardLinkWithData() {
        var tar = Tar.of(["a": text])
        tar.add("h", text, kind: "1", link: "a")
        #expect(defect(of: tar.gzipped) == .kind(.hardLink))
    }

    @Test("names are told apart as systems do that fold case and compose accents")
    func twins() {
        for (one, other) in [
            ("Config.json", "config.json"), ("stra\u{DF}e", "STRASSE"), ("\u{1E9E}", "ss"),
            ("\u{FB01}x", "FIX"),
            ("caf\u{E9}", "cafe\u{301}"), ("\u{3A3}", "\u{3C2}"), ("K", "\u{212A}"),
        ] {
            var tar = Tar()
            tar.add(pax: one, text)
            tar.add(pax: other, text)
            // libarchive composes what stands in pax records, so that twins of accents become duplicates.
            let found = defect(of: tar.gzipped)
            #expect(found == .collides(with: one) || found == .duplicate, "\(one) and \(other)")
        }
    }

    @Test("folders that differ in case only collide through what lies in them")
    func twinParents() {
        let tar = Tar.of(["A/x": text, "a/y": text])
        #expect(defect(of: tar.gzipped) == .collides(with: "A"))
    }

    @Test("a file is never a parent, whichever comes first, and a name keeps its kind")
    func kindsOfNames() {
        #expect(defect(of: Tar.of(["x": text, "x/y": text]).gzipped) == .belowFile("x"))
        #expect(defect(of: Tar.of(["x/y": text, "x": text]).gzipped) == .changesKind)
        var tar = Tar.of(["x": text])
        tar.add("x/", kind: "5")
        #expect(defect(of: tar.gzipped) == .changesKind)
        #expect(defect(of: Tar.of(["x": text, "x": text]).gzipped) == .duplicate)
    }

    @Test("a folder may be listed twice, and before or after what lies in it")
    func folders() throws {
        var tar = Tar()
        tar.add("./", kind: "5")
        tar.add("a/", kind: "5")
        tar.add("a/x", text)
        tar.add("a/", kind: "5")
        let read = try ReadArchive(tar.gzipped)
        #expect(read.files == ["a/x": text])
        #expect(read.folders == ["", "a", "a"])
    }

    @Test("limits hold at their edge: of entries, of bytes, of room")
    func limits() {
        let tar = Tar.of(["a": text, "b": text, "d/c": text])
        var limits = ArchiveLimits()
        limits.entries = 4
        #expect(defect(of: tar.gzipped, limits: limits) == nil)
        limits.entries = 3
        #expect(defect(of: tar.gzipped, limits: limits) == .tooMany(limit: 3))
        limits = ArchiveLimits()
        limits.bytes = 18
        #expect(defect(of: tar.gzipped, limits: limits, free: 18) == nil)
        #expect(defect(of: tar.gzipped, limits: limits, free: 17) == .noRoom(total: 18, free: 17))
        limits.bytes = 17
        #expect(defect(of: tar.gzipped, limits: limits) == .tooLarge(total: 18, limit: 17))
    }

    @Test("a size that no disk holds is refused by the header")
    func hugeSize() {
        var tar = Tar()
        tar.add("x", size: 1 << 32)
        #expect(defect(of: tar.gzipped, free: 1 << 31) == .noRoom(total: 1 << 32, free: 1 << 31))
    }
}
