import Testing
import TuneBytes

@Suite("sizes as people write them")
struct ByteSizeTests {
    @Test(
        "decimal and binary units, and plain bytes",
        arguments: [
            ("64MiB", 67_108_864), ("500MB", 500_000_000), ("2GiB", 2_147_483_648), ("3GB", 3_000_000_000),
            ("10KiB", 10_240), ("10kB", 10_000), ("1500", 1500), ("64mib", 67_108_864), ("1", 1),
            ("8796093022207MB", 8_796_093_022_207_000_000),
        ])
    func spelled(_ word: String, _ bytes: Int) {
        #expect(ByteSize.spelled(word) == bytes)
    }

    @Test(
        "anything else is no size",
        arguments: [
            "", "0", "0MiB", "MiB", "64M", "64 MiB", "-1", "+1", "1.5GiB", "1e6", "64MiBs", "B", "٣MB",
            "9223372036854775808", "8589934592GiB",
        ])
    func refused(_ word: String) {
        #expect(ByteSize.spelled(word) == nil)
    }

    @Test(
        "a size is printed in the largest unit that loses nothing",
        arguments: ["64MiB", "500MB", "2GiB", "1KiB", "2000KiB", "1kB", "1500", "1", "1GB"])
    func exact(_ word: String) throws {
        #expect(ByteSize.exact(try #require(ByteSize.spelled(word))) == word)
    }

    @Test("whole MiB are rounded up")
    func rounded() {
        #expect(ByteSize.wholeMebibytes(1) == "1MiB")
        #expect(ByteSize.wholeMebibytes(1 << 20) == "1MiB")
        #expect(ByteSize.wholeMebibytes((1 << 20) + 1) == "2MiB")
    }
}
