import TuneBytes
import TuneModels

/// Makes safetensors files, sound and broken.
enum Safetensors {
    /// A file of that header text and data; `length` replaces what the header's length should say.
    static func file(_ header: String, _ data: [UInt8] = [], length: UInt64? = nil) -> [UInt8] {
        let length = length ?? UInt64(header.utf8.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8) + data
    }

    /// A file of one tensor `a`.
    static func file(of type: String, _ shape: [Int], _ data: [UInt8]) -> [UInt8] {
        file("{\(entry("a", type, shape, 0..<data.count))}", data)
    }

    /// One entry of a header.
    static func entry(_ name: String, _ type: String, _ shape: [Int], _ offsets: Range<Int>) -> String {
        """
        "\(name)":{"dtype":"\(type)","shape":\(shape),"data_offsets":[\(offsets.lowerBound),\(offsets.upperBound)]}
        """
    }

    /// What a scan says that is given the file in pieces of `piece` bytes.
    static func survey(_ file: [UInt8], piece: Int = .max, size: Int? = nil) -> SafetensorsSurvey {
        var scan = SafetensorsScan(size: size ?? file.count)
        var start = 0
        while start < file.count {
            let end = start + min(piece, file.count - start)
            scan.take(file.span.extracting(start..<end))
            start = end
        }
        return scan.survey()
    }

    /// The little-endian bytes of numbers.
    static func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
        numbers.flatMap { number in
            (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
    }
}
