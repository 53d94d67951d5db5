import CKernels
import TestSupport
import Testing

@testable import TuneBytes

@Suite("Ends of fields")
struct FieldEndsTests {
    /// All ends of a text, and whether the search came to its end.
    private func ends(_ bytes: [UInt8], from start: Int = 0) -> (ends: [Int], isRegular: Bool) {
        var search = FieldEnds(delimiter: 0x2C)
        search.begin(at: start)
        var found: [Int] = []
        while search.position < bytes.count {
            search.find(in: bytes.span)
            found += search.offsets[..<search.count].map(Int.init)
            if search.isIrregular { return (found, false) }
        }
        return (found, true)
    }

    /// The same, one byte after the other.
    private func slowly(_ bytes: [UInt8]) -> (ends: [Int], isRegular: Bool) {
        var found: [Int] = []
        var isRegular = true
        var (place, fieldStart) = (0, 0)
        while place < bytes.count {
            if bytes[place] == 0x22 {
                if place != fieldStart { isRegular = false }
                place += 1
                while place < bytes.count {
                    guard bytes[place] == 0x22 else {
                        place += 1
                        continue
                    }
                    place += 1
                    guard place < bytes.count, bytes[place] == 0x22 else { break }
                    place += 1
                }
                let isReturn = place + 1 < bytes.count && bytes[place] == 0x0D && bytes[place + 1] == 0x0A
                let isEnd = place >= bytes.count || bytes[place] == 0x2C || bytes[place] == 0x0A
                if !isEnd, !isReturn { isRegular = false }
            } else {
                if bytes[place] == 0x2C || bytes[place] == 0x0A {
                    found.append(place)
                    fieldStart = place + 1
                }
                place += 1
            }
        }
        return (found, isRegular)
    }

    @Test(
        "are found where they stand, around every edge of what is looked at at once", arguments: [64, 4096])
    func edges(edge: Int) {
        let middles = ["\"a\"\"b\"", "\"\"", "\",\n\"", "\"x\"\r\n\"y\"", "a,b\nc", ",,\n\n", "\"\"\"\""]
        for before in (edge - 8)...(edge + 2) {
            for middle in middles {
                let text = String(repeating: "x", count: before - 1) + "," + middle + ",end\n\"q\",z\n"
                let bytes = Array(text.utf8)
                let (fast, slow) = (ends(bytes), slowly(bytes))
                #expect(fast.isRegular && slow.isRegular, "\(before) \(middle)")
                #expect(fast.ends == slow.ends, "\(before) \(middle)")
            }
            for middle in ["x\"", "\"a\"b", "\"a\"\rb", "\"a\" ", " \"a\""] {
                let text = String(repeating: "x", count: before - 1) + "," + middle + ",end\n\"q\",z\n"
                let found = ends(Array(text.utf8))
                #expect(!found.isRegular, "\(before) \(middle)")
            }
        }
    }

    @Test("of random regular text are those found byte by byte, from any record on")
    func random() {
        var (generator, seed) = SeededGenerator.fresh()
        let fields = [
            "", "a", "short", "\"q\"", "\"a,\"\"b\"\"\n\"", String(repeating: "long ", count: 30), "\"\"",
        ]
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<Int.random(in: 1...400, using: &generator) {
                text += fields.randomElement(using: &generator) ?? ""
                text += [",", ",", "\n"].randomElement(using: &generator) ?? ","
            }
            let bytes = Array((text + "end").utf8)
            let slow = slowly(bytes)
            #expect(slow.isRegular, "seed \(seed)")
            let start = (slow.ends.filter { bytes[$0] == 0x0A }.randomElement(using: &generator) ?? -1) + 1
            let fast = ends(bytes, from: start)
            #expect(fast.isRegular, "seed \(seed)")
            #expect(fast.ends == slow.ends.filter { $0 >= start }, "seed \(seed)")
        }
    }

    @Test(
        "and everything else that looks at 64 bytes at once sees the same by narrower instructions",
        arguments: [128, 256])
    func widths(bits: Int) {
        var (generator, seed) = SeededGenerator.fresh()
        defer { kernels_limit_width(512) }
        let parts = [
            "plain text of some length ", "\"", "\"\"", ",", "\n", "é", "你好", "\\n", "\\u00e9", "\u{1F}",
            "\u{0}",
        ]
        for _ in 0..<300 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...60, using: &generator) {
                bytes += Array((parts.randomElement(using: &generator) ?? "").utf8)
            }
            if Bool.random(using: &generator), !bytes.isEmpty { bytes[bytes.count / 2] = 0xC3 }
            kernels_limit_width(512)
            let wide = seen(bytes)
            kernels_limit_width(CInt(bits))
            #expect(seen(bytes) == wide, "seed \(seed)")
        }
    }

    private func seen(_ bytes: [UInt8]) -> String {
        var text = UniqueBuffer<UInt8>()
        let stop = bytes.span.appendJSONText(from: 0, to: &text)
        let (found, isRegular) = ends(bytes)
        var halves = UniqueBuffer<UInt8>()
        halves.append(bytes.span, withSingle: 0x22)
        return
            "\(halves.span.text) \(ByteSurvey(bytes.span)) \(stop) \(text.span.text) \(bytes.span.jsonStringStop(from: 0))"
            + " \(isRegular ? found : [])"
    }

    @Test("decimal digits make a number, nothing else does")
    func decimal() {
        let cases: [(String, Int?)] = [
            ("0", 0), ("007", 7), ("123456789012345678", 123_456_789_012_345_678), ("", nil), ("-1", nil),
            ("1.0", nil), (" 1", nil), ("1234567890123456789", nil),
        ]
        for (text, number) in cases {
            let found = Array(text.utf8).span.decimal
            #expect(found == number, "\(text)")
        }
    }
}
