import TuneBytes
import TuneModels

/// Reads archives and what models are made of in pieces of different sizes, and stops where two readings disagree or
/// where something is let through that may not be.
public enum ArchiveAgreement {
    /// Checks a plain tar. The first byte chooses the size of pieces, and whether the sums of headers are put right.
    public static func checkTar(_ input: [UInt8]) {
        guard input.count > 1 else { return }
        var tar = Array(input[1...])
        if input[0] & 1 == 0 { TarSums.putRight(&tar) }
        checkArchive(tar, piece: Int(input[0]) + 1)
    }

    /// Checks an archive as it is. The first byte chooses the size of pieces.
    public static func checkGzip(_ input: [UInt8]) {
        guard input.count > 1 else { return }
        let stored = Array(input[1...])
        checkArchive(stored, piece: Int(input[0]) + 1)
        let whole = InflatedText(stored, piece: .max, workers: 1)
        guard InflatedText(stored, piece: Int(input[0]) + 1, workers: 1) == whole,
            InflatedText(stored, piece: .max, workers: 2) == whole
        else { fatalError("the text depends on how the stored bytes come") }
    }

    /// Checks a safetensors file. The first byte chooses the size of pieces.
    public static func checkSafetensors(_ input: [UInt8]) {
        guard input.count > 1 else { return }
        let bytes = Array(input[1...])
        let whole = survey(bytes, piece: bytes.count)
        guard survey(bytes, piece: Int(input[0]) + 1) == whole else {
            fatalError("the defects depend on how the bytes come")
        }
        if let file = whole.file { checkTensors(file, size: bytes.count) }
    }

    /// Checks an index of shards: what it can be read as does not depend on anything, and nothing ends the process.
    public static func checkIndex(_ input: [UInt8]) {
        let document = input.span
        let first = try? ShardIndex(document)
        guard (try? ShardIndex(document)) == first else { fatalError("the index is read in two ways") }
    }

    private static func checkArchive(_ bytes: [UInt8], piece: Int) {
        let whole = UnpackedInMemory(bytes, piece: .max)
        guard UnpackedInMemory(bytes, piece: piece) == whole else {
            fatalError("what is unpacked depends on how the bytes come")
        }
        whole.checkPolicy()
    }

    private static func survey(_ bytes: [UInt8], piece: Int) -> SafetensorsSurvey {
        var scan = SafetensorsScan(size: bytes.count)
        let span = bytes.span
        var start = 0
        while start < span.count {
            let end = min(start + piece, span.count)
            scan.take(span.extracting(start..<end))
            start = end
        }
        return scan.survey()
    }

    /// Tensors of a file without a defect cover its bytes without a hole.
    private static func checkTensors(_ file: SafetensorsFile, size: Int) {
        var end = file.tensors.first?.bytes.lowerBound ?? size
        for tensor in file.tensors {
            guard tensor.bytes.lowerBound == end else {
                fatalError("\(tensor.name) does not begin at \(end)")
            }
            end = tensor.bytes.upperBound
        }
        guard end == size else { fatalError("the tensors end at \(end) of \(size)") }
    }
}
