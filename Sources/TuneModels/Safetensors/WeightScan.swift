import TuneBytes

/// Counts what is not finite in tensors while their bytes pass, in pieces of any size.
struct WeightScan: Sendable {
    /// The tensors in the order of their bytes, with what has been counted.
    private(set) var tensors: [SafetensorsTensor]
    private var current = 0
    /// The first bytes of a number that a piece cut.
    private var begun: [UInt8] = []

    /// A scan of tensors, given in the order of their bytes.
    init(_ tensors: [SafetensorsTensor]) {
        self.tensors = tensors
    }

    /// Takes the bytes of the file from `start` on.
    mutating func take(_ bytes: Span<UInt8>, at start: Int) {
        var taken = 0
        while current < tensors.count, taken < bytes.count || tensors[current].bytes.isEmpty {
            let tensorEnd = tensors[current].bytes.upperBound
            let end = min(bytes.count, tensorEnd - start)
            look(at: bytes.extracting(taken..<end))
            taken = end
            guard start + end == tensorEnd else { return }
            begun.removeAll(keepingCapacity: true)
            current += 1
        }
    }

    private mutating func look(at bytes: Span<UInt8>) {
        guard let format = tensors[current].type.format else { return }
        var start = 0
        if !begun.isEmpty {
            start = min(format.width - begun.count, bytes.count)
            bytes.extracting(0..<start).append(to: &begun)
            guard begun.count == format.width else { return }
            let number = begun
            begun.removeAll()
            count(in: number.span, as: format)
        }
        let end = bytes.count - (bytes.count - start) % format.width
        count(in: bytes.extracting(start..<end), as: format)
        bytes.extracting(end..<bytes.count).append(to: &begun)
    }

    private mutating func count(in bytes: Span<UInt8>, as format: FloatFormat) {
        tensors[current].nonFinite += format.nonFinite(in: bytes)
    }
}
