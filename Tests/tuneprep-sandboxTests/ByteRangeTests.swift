import Testing

@testable import tuneprep_sandbox

@Suite("Ranges of bytes")
struct ByteRangeTests {
    @Test(
        "a range is read, or is none",
        arguments: [
            ("bytes=0-9", ByteRange.from(0, through: 9)), ("bytes=5-", .from(5, through: nil)),
            ("bytes=-3", .last(3)), ("bytes=9-5", nil), ("bytes=0-1,3-4", nil), ("items=0-1", nil),
            ("bytes=", nil), ("bytes=a-b", nil),
        ])
    func ranges(text: String, expected: ByteRange?) {
        #expect(ByteRange(text) == expected)
    }
}
