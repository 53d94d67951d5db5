import TestSupport
import Testing
import TuneBytes
import TuneModels

/// NaN and infinity among the weights.
@Suite("what is not finite is counted")
struct WeightScanTests {
    private func count(_ type: String, _ data: [UInt8]) throws -> NonFiniteCount {
        let bits = try #require(TensorType(rawValue: type)).bits
        let survey = Safetensors.survey(Safetensors.file(of: type, [data.count * 8 / bits], data), piece: 7)
        return try #require(survey.file).tensors[0].nonFinite
    }

    @Test("all 65,536 numbers of 16 bits are told as the standard library tells them")
    func sixteenBits() throws {
        let all = Safetensors.bytes((0...UInt16.max).map { $0 })
        #expect(try count("F16", all) == NonFiniteCount(nans: 2 * 1023, infinities: 2))
        #expect(try count("BF16", all) == NonFiniteCount(nans: 2 * 127, infinities: 2))
        #expect(try count("I16", all).isEmpty)
    }

    @Test("all 256 numbers of 8 bits are told by their format")
    func eightBits() throws {
        let all = (0...UInt8.max).map { $0 }
        #expect(try count("F8_E5M2", all) == NonFiniteCount(nans: 6, infinities: 2))
        #expect(try count("F8_E4M3", all) == NonFiniteCount(nans: 2))
        #expect(try count("F8_E8M0", all) == NonFiniteCount(nans: 1))
        #expect(try count("F8_E4M3FNUZ", all) == NonFiniteCount(nans: 1))
        #expect(try count("F8_E5M2FNUZ", all) == NonFiniteCount(nans: 1))
        #expect(try count("F8_E4M3FNUZ", [0x80]) == NonFiniteCount(nans: 1))
        #expect(try count("U8", all).isEmpty)
    }

    @Test("32 and 64 bits are told as Float and Double tell them")
    func wide() throws {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<40 {
            let floats = (0..<Int.random(in: 1...3000, using: &generator)).map { _ in
                Bool.random(using: &generator)
                    ? UInt32.random(in: .min ... .max, using: &generator)
                    : [Float.nan, -.infinity, .infinity, .greatestFiniteMagnitude, -0].randomElement(
                        using: &generator)?.bitPattern ?? 0
            }
            let values = floats.map(Float.init(bitPattern:))
            let expected = NonFiniteCount(
                nans: values.count { $0.isNaN }, infinities: values.count { $0.isInfinite })
            #expect(try count("F32", Safetensors.bytes(floats)) == expected, "seed \(seed)")
        }
        let doubles: [Double] = [.nan, .infinity, -.infinity, .greatestFiniteMagnitude, 0, -1]
        #expect(
            try count("F64", Safetensors.bytes(doubles.map(\.bitPattern)))
                == NonFiniteCount(nans: 1, infinities: 2))
        let halves: [Float] = [1, .nan, .infinity, 2]
        #expect(
            try count("C64", Safetensors.bytes(halves.map(\.bitPattern)))
                == NonFiniteCount(nans: 1, infinities: 1))
    }

    @Test("each tensor has its own count")
    func tensors() throws {
        let header =
            "{" + Safetensors.entry("a", "BF16", [2], 0..<4) + ","
            + Safetensors.entry("b", "BF16", [2], 4..<8) + "}"
        let file = Safetensors.file(header, Safetensors.bytes([0x7FC0, 0x3F80, 0x7F80, 0xFF80] as [UInt16]))
        let tensors = try #require(Safetensors.survey(file).file).tensors
        #expect(tensors.map(\.nonFinite) == [NonFiniteCount(nans: 1), NonFiniteCount(infinities: 2)])
    }
}
