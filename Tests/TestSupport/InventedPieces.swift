public import TuneTokens

/// A SentencePiece model made up for the tests.
public struct InventedPieces {
    /// A token.
    public struct Piece {
        /// Its text.
        public var text: String
        /// Its score: the highest joins first.
        public var score: Float = 0
        /// 1 for plain, 2 unknown, 3 control, 4 the user's, 6 a byte.
        public var kind: UInt8 = 1

        /// A token.
        public init(text: String, score: Float = 0, kind: UInt8 = 1) {
            (self.text, self.score, self.kind) = (text, score, kind)
        }
    }

    /// The tokens in the order of their ids.
    public var pieces: [Piece]
    /// The fields of the trainer.
    public var trainer: [UInt8] = field(3, 2) + field(35, 1)
    /// The fields of the normalizer.
    public var normalizer: [UInt8] =
        field(1, Array("identity".utf8)) + field(2, []) + field(3, 1) + field(4, 0) + field(5, 1)

    /// The bytes and a few pieces.
    public init() {
        pieces = [Piece(text: "<unk>", kind: 2), Piece(text: "<s>", kind: 3)]
        for byte in UInt8.min...UInt8.max {
            let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            pieces.append(Piece(text: "<0x\(digits)>", kind: 6))
        }
        let joined = ["▁t", "he", "▁the", "the", "日本"]
        for (place, text) in joined.enumerated() { pieces.append(Piece(text: text, score: -Float(place))) }
        // The space marks join last, and all alike.
        for text in ["▁▁", "▁▁▁"] { pieces.append(Piece(text: text, score: -1e9)) }
        for text in ["▁", "t", "h", "e", "日", "本"] { pieces.append(Piece(text: text, score: -100)) }
        pieces.append(Piece(text: "[TOOL]", kind: 4))
    }

    /// The merges, those of the highest score first, found the slow way.
    public var merges: [Merge] {
        var ids: [String: UInt32] = [:]
        for (id, piece) in pieces.enumerated() where piece.kind == 1 { ids[piece.text] = UInt32(id) }
        let scores = Set(pieces.filter { $0.kind == 1 }.map(\.score)).sorted(by: >)
        var merges: [Merge] = []
        for (rank, score) in scores.enumerated() {
            for (id, piece) in pieces.enumerated() where piece.kind == 1 && piece.score == score {
                for cut in piece.text.indices.dropFirst() {
                    guard let left = ids[String(piece.text[..<cut])],
                        let right = ids[String(piece.text[cut...])]
                    else {
                        continue
                    }
                    merges.append(Merge(left: left, right: right, result: UInt32(id), rank: UInt32(rank)))
                }
            }
        }
        return merges
    }

    /// The model's file.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for piece in pieces {
            let score = piece.score.bitPattern
            let scoreField: [UInt8] = [0x15] + (0..<4).map { UInt8(truncatingIfNeeded: score >> ($0 * 8)) }
            let kind = piece.kind == 1 ? [] : Self.field(3, UInt64(piece.kind))
            bytes += Self.field(1, Self.field(1, Array(piece.text.utf8)) + scoreField + kind)
        }
        return bytes + Self.field(2, trainer) + Self.field(3, normalizer)
    }

    /// A field that is a number.
    public static func field(_ number: UInt64, _ value: UInt64) -> [UInt8] {
        varint(number << 3) + varint(value)
    }

    /// A field that is bytes.
    public static func field(_ number: UInt64, _ value: [UInt8]) -> [UInt8] {
        varint(number << 3 | 2) + varint(UInt64(value.count)) + value
    }

    private static func varint(_ value: UInt64) -> [UInt8] {
        value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
    }
}
