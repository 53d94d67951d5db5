import Testing

@testable import TuneBytes

/// The expected values come from a second implementation of MurmurHash3_x64_128, which passes the verification value
/// that SMHasher publishes for it (0x6384BA69).
@Suite("The 128-bit hash")
struct Hash128Tests {
    @Test("published texts have their published hashes", arguments: published)
    func publishedHashes(text: String, high: UInt64, low: UInt64) {
        let hash = Hash128(Array(text.utf8).span)
        #expect(hash == Hash128(high: high, low: low))
    }

    static let published: [(String, UInt64, UInt64)] = [
        ("", 0x0000_0000_0000_0000, 0x0000_0000_0000_0000),
        ("a", 0x8555_5565_F659_7889, 0xE6B5_3A48_510E_895A),
        ("hello", 0xCBD8_A7B3_41BD_9B02, 0x5B1E_906A_48AE_1D19),
        ("hello, world", 0x342F_AC62_3A5E_BC8E, 0x4CDC_BC07_9642_414D),
        ("19 Jan 2038 at 3:14:07 AM", 0xB89E_5988_B737_AFFC, 0x664F_C295_0231_B2CB),
        ("The quick brown fox jumps over the lazy dog.", 0xCD99_481F_9EE9_02C9, 0x695D_A1A3_8987_B6E7),
        ("The quick brown fox jumps over the lazy dog", 0xE34B_BC7B_BC07_1B6C, 0x7A43_3CA9_C49A_9347),
    ]

    @Test("every length of tail is hashed as the reference does")
    func tails() {
        let bytes = (0..<64).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
        for (length, expected) in Self.prefixes.enumerated() {
            let hash = Hash128(bytes.span.extracting(0..<length))
            #expect(hash == Hash128(high: expected.0, low: expected.1), "\(length) bytes")
        }
    }

    @Test("where the bytes stand in memory does not matter")
    func alignment() {
        let bytes = (0..<100).map { UInt8(truncatingIfNeeded: $0 &* 11) }
        let hash = Hash128(bytes.span)
        for padding in 1..<16 {
            let moved = [UInt8](repeating: 1, count: padding) + bytes
            let again = Hash128(moved.span.extracting(padding..<moved.count))
            #expect(again == hash)
        }
    }

    @Test("a sequence of hashes depends on each and on their order")
    func sequences() {
        let hashes = ["a", "b", "c"].map { Hash128(Array($0.utf8).span) }
        let forward = hashes[0].followed(by: hashes[1])
        #expect(forward == hashes[0].followed(by: hashes[1]))
        #expect(forward != hashes[1].followed(by: hashes[0]))
        #expect(forward != hashes[0].followed(by: hashes[2]))
        #expect(forward.followed(by: hashes[2]) != hashes[0].followed(by: hashes[1].followed(by: hashes[2])))
    }

    @Test("hashes are ordered as numbers of 128 bits")
    func order() {
        let ordered = [(0, 0), (0, 1), (1, 0), (1, .max), (.max, 0)].map { Hash128(high: $0.0, low: $0.1) }
        #expect(ordered.shuffled().sorted() == ordered)
    }

    private static let prefixes: [(UInt64, UInt64)] = [
        (0x0000_0000_0000_0000, 0x0000_0000_0000_0000),
        (0xA46B_D162_48E5_51C3, 0x0576_FA7F_1E47_C1F6),
        (0xE330_4859_FEA6_9B98, 0x577C_63CA_A7F6_111F),
        (0x1992_C2C3_1158_994D, 0x143C_AEFC_D93D_B752),
        (0x41BF_F056_0AB0_F92C, 0x9835_FEBE_0267_099A),
        (0x1836_80D3_A147_4632, 0xF724_0330_02AC_961B),
        (0x27A4_DFF7_F4CC_E6A9, 0x8E59_6B29_71A1_A715),
        (0xCF7B_85BF_8584_968D, 0x8620_290C_2702_E00B),
        (0x8C77_AD31_71D4_01D8, 0x08FB_A266_9A9B_F14B),
        (0xEFC0_48AF_822F_9D54, 0x7000_EBB5_EECE_D296),
        (0xED12_443D_C33F_2DC6, 0x5E59_CF18_EBAE_E7B0),
        (0x1B49_6DD0_A682_698A, 0x6D7B_3711_672D_BE58),
        (0x1136_832C_6124_7EF8, 0x274B_50FC_6B3C_F3DD),
        (0xE630_146D_9DC7_D022, 0x2FA1_3E39_8D9D_4907),
        (0x208A_AE7E_1F6F_34E7, 0x6570_6F64_F299_E628),
        (0x1237_CA84_5D4C_1800, 0xA173_C723_DF24_BF12),
        (0x015D_EB63_69B7_2AFB, 0x380E_C9C7_FC76_A585),
        (0x067F_69FF_E052_646E, 0x77C5_7F21_61E2_8472),
        (0xB52A_5242_AFB4_D50B, 0x8F79_9066_1DF6_C984),
        (0x5593_143F_D05B_4DE2, 0x3FDA_36A9_D8F2_A6E2),
        (0xABD9_3955_5A06_7BF2, 0x2F24_7A53_B94A_D1F2),
        (0xF53F_451F_DA48_C62B, 0x141F_1A4B_B831_553E),
        (0xD2DB_9B95_1D9C_3A55, 0x1469_F46C_D876_B470),
        (0x6243_D84E_9814_2AA4, 0x2A59_653C_61AD_080C),
        (0x8073_D71C_F8F6_30EE, 0xEB8F_8D38_96B4_F624),
        (0xCB68_D2F2_6FDD_BBF9, 0xFE42_6917_98B0_F277),
        (0xD9E8_5460_9B5F_D691, 0xCC5F_F094_8A61_9290),
        (0x9DD3_4497_98CE_90DD, 0x1401_E301_5C09_4E64),
        (0x4769_B579_1D10_03B0, 0x903C_56C3_5BE9_9E06),
        (0x0621_FA9B_AF2F_F8C6, 0x0F49_E8B4_B479_3197),
        (0xE770_E914_1964_4DBD, 0xEF4E_D352_DC49_9D1E),
        (0xB018_45EB_C1E4_DF7C, 0x55A9_A2CB_F08F_22C7),
        (0x5FCF_6F12_A39E_0CA6, 0xA549_C05A_65D5_D43B),
        (0xED93_E0C5_6EA3_A764, 0x00D1_CC1C_F7C5_8D63),
        (0xC1D9_B06B_B950_E488, 0x9A8E_ADBC_157D_F23B),
        (0x36F5_982E_5443_D057, 0x00C8_BB1A_07A8_CEEE),
        (0x8EB4_5DAC_CE59_A775, 0x145B_4ADF_581A_93A5),
        (0x5DF3_9D5E_A24F_334D, 0x7DFE_154D_C32D_559E),
        (0x6B5B_62E8_5C2D_6EB5, 0xD137_0EA1_5022_C13D),
        (0xAE91_4A8D_9F3B_E7B4, 0x0796_108D_2265_8C9A),
        (0x6D37_5A2C_E392_0866, 0x4A31_6B0D_55CB_1A20),
        (0x6AED_ED3C_77CF_0D2C, 0xFC22_D58A_4C36_7A86),
        (0xB3B3_57A5_1BD1_BB32, 0xD422_FCF5_928F_DA42),
        (0x8C21_379B_00F5_2513, 0x8EE7_7923_D8B7_5E1F),
        (0xDDDD_4FBA_8F3B_DAAD, 0x8B83_41F9_B0E4_256D),
        (0x26D5_C596_BA6F_5B5B, 0x5699_CE51_45F0_6BA7),
        (0x381C_46F5_56C2_71A7, 0x4035_9FF5_7CDD_311C),
        (0x766F_7FA8_00B9_7AAB, 0x351D_8215_EEF8_98D6),
        (0x8C91_FC48_1FC5_6693, 0x4C24_2380_26C8_2D2E),
    ]
}
