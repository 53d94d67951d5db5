import TuneBytes

/// Reads a safetensors file from front to back as its bytes come, in pieces of any size. Keeps the header and what
/// it says; of the tensors' bytes, never more than part of one number.
///
/// Source: the format's README and `tensor.rs` of safetensors 0.8, made stricter where the format is: no key twice,
/// and the header begins with `{`.
public struct SafetensorsScan: Sendable {
    /// The longest header the format allows.
    public static let headerLimit = 100_000_000
    private static let lengthSize = 8

    /// What is wrong so far. All that the header can show is known once its bytes are in.
    public var defects: [SafetensorsDefect] { found.kept }
    /// Number of bytes taken so far.
    public private(set) var received = 0

    private var found = SafetensorsDefectList()
    private let size: Int
    private let headersBefore: Int
    private let looksAtWeights: Bool
    /// The header's length and the header, until it has been read.
    private var head: [UInt8] = []
    private var headEnd = SafetensorsScan.lengthSize
    private var file: SafetensorsFile?
    private var weights: WeightScan?

    /// A scan of a file that will have `size` bytes; the bytes of its tensors are looked at unless that is not
    /// wanted. The headers of the model's files that were scanned before had `headersBefore` bytes
    /// (``SafetensorsSurvey/headerLength``): all together may have ``headerLimit``.
    public init(size: Int, looksAtWeights: Bool = true, headersBefore: Int = 0) {
        self.size = size
        self.headersBefore = headersBefore
        self.looksAtWeights = looksAtWeights
        if size < Self.lengthSize { found.append(.tooSmall(size: size)) }
    }

    /// True when nothing that could still come would be looked at: the header is broken, or it is all that is wanted.
    public var isDecided: Bool { !found.isEmpty || (file != nil && weights == nil) }

    /// Takes the next bytes of the file.
    public mutating func take(_ bytes: Span<UInt8>) {
        let start = received
        received += bytes.count
        guard !isDecided else { return }
        var taken = 0
        while file == nil {
            let end = min(bytes.count, taken + headEnd - head.count)
            bytes.extracting(taken..<end).append(to: &head)
            taken = end
            guard head.count == headEnd else { return }
            if headEnd == Self.lengthSize { readLength() } else { readHeader() }
            guard found.isEmpty else { return }
        }
        weights?.take(bytes.extracting(taken..<bytes.count), at: start + taken)
    }

    /// What the scan says of the file; call it when all bytes have come, or once `isDecided`.
    public consuming func survey() -> SafetensorsSurvey {
        if received < size, !isDecided { found.append(.endedEarly(received: received, size: size)) }
        var file = found.isEmpty ? file : nil
        if let weights, file != nil { file?.tensors = weights.tensors }
        return SafetensorsSurvey(
            file: file, defects: found.kept, moreDefects: found.beyond,
            headerLength: headEnd - Self.lengthSize,
            hasSeenWeights: weights != nil)
    }

    private mutating func readLength() {
        let length = head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(Self.headerLimit) else {
            found.append(.headerTooLong(length: length, limit: Self.headerLimit))
            return
        }
        let (together, limit) = (headersBefore + Int(length), Self.headerLimit)
        guard together <= limit else {
            found.append(.headersTooLong(together: together, limit: limit))
            return
        }
        headEnd += Int(length)
        if headEnd > size { found.append(.headerBeyondEnd(length: Int(length), size: size)) }
        // A header of no bytes: there is nothing to wait for.
        if length == 0 { found.append(.notAnObject) }
    }

    private mutating func readHeader() {
        let bytes = head
        head = []
        let text = bytes.span
        let header = SafetensorsHeader(text.extracting(Self.lengthSize..<text.count))
        found = header.defects
        var tensors = header.entries.compactMap { $0.tensor(dataStart: headEnd, noting: &found) }
        guard found.isEmpty else { return }
        tensors.sort {
            ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
        }
        found = TensorOrder.defects(of: tensors, from: headEnd, to: size)
        guard found.isEmpty else { return }
        file = SafetensorsFile(tensors: tensors, metadata: header.metadata, size: size)
        if looksAtWeights { weights = WeightScan(tensors) }
    }
}
