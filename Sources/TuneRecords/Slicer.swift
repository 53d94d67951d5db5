import TuneBytes

/// Fills a buffer and cuts whole records off its front.
struct Slicer {
    var cutter = Cutter.lines(LineCutter())
    private let input: TextInput
    private let options: RecordReader.Options
    private var buffer: [UInt8] = []
    private var storedOffset: Int
    private var column = 0
    /// The byte that ends a line.
    var lineEnd: UInt8 = 0x0A
    private var isAtEnd = false

    private static let probeSize = 256 * 1024
    private static let blankPatience = 4 << 20

    init(_ input: TextInput, _ options: RecordReader.Options) {
        self.input = input
        self.options = options
        storedOffset = input.markLength
    }

    /// The first bytes of the text, left in place.
    mutating func peek() throws(RecordError) -> [UInt8] {
        try fill(to: Self.probeSize)
        return buffer
    }

    /// The first bytes, at least twice as many as before, left in place; nil when the file holds no more.
    mutating func peekFurther() throws(RecordError) -> [UInt8]? {
        guard !isAtEnd else { return nil }
        try fill(to: grown(buffer.count))
        return buffer
    }

    /// Takes the first `length` bytes off as the file's header.
    mutating func takeHeader(_ length: Int) -> FileSlice {
        let bytes = Array(buffer[..<length])
        buffer.removeFirst(length)
        return advance(over: bytes, endsFile: false)
    }

    /// The whole records at the front, left in place; with none, the buffer is filled until there is one.
    mutating func sample() throws(RecordError) -> FileSlice {
        var copy = cutter
        var boundary = copy.boundary(in: buffer.span)
        while boundary == 0, !isAtEnd {
            try fill(to: max(Self.probeSize, grown(buffer.count)))
            boundary = copy.boundary(in: buffer.span)
        }
        let isAll = isAtEnd
        let bytes = isAll ? buffer : Array(buffer[..<boundary])
        return FileSlice(bytes: bytes, storedOffset: storedOffset, encoding: input.encoding, endsFile: isAll)
    }

    /// The next slice; empty only when nothing stands behind the header.
    mutating func next() throws(RecordError) -> FileSlice {
        var window = options.sliceSize
        while true {
            try fill(to: window + 1)
            if isAtEnd, buffer.count <= window { return takeRest() }
            var cutter = self.cutter
            let boundary = cutter.boundary(in: buffer.span.extracting(0..<window))
            self.cutter = cutter
            if boundary > 0 { return try isLast(boundary) ? takeRest() : take(boundary) }
            window = try grown(window)
        }
    }

    /// True when nothing but white space follows the boundary up to the end of the file, so that the last
    /// slice with records is the one that knows it.
    private mutating func isLast(_ boundary: Int) throws(RecordError) -> Bool {
        while !isAtEnd, buffer.count - boundary < Self.blankPatience,
            buffer.span.extracting(boundary..<buffer.count).isBlank
        {
            try fill(to: buffer.count + Self.probeSize)
        }
        return isAtEnd && buffer.span.extracting(boundary..<buffer.count).isBlank
    }

    private mutating func takeRest() -> FileSlice {
        let bytes = buffer
        buffer = []
        return advance(over: bytes, endsFile: true)
    }

    private mutating func take(_ boundary: Int) -> FileSlice {
        let rest = Array(buffer[boundary...])
        buffer.removeLast(buffer.count - boundary)
        let bytes = buffer
        buffer = rest
        buffer.reserveCapacity(max(options.sliceSize, rest.count) + 64)
        cutter.cut()
        return advance(over: bytes, endsFile: false)
    }

    private mutating func advance(over bytes: [UInt8], endsFile: Bool) -> FileSlice {
        let slice = FileSlice(
            bytes: bytes, storedOffset: storedOffset, encoding: input.encoding, endsFile: endsFile,
            column: column, lineEnd: lineEnd)
        storedOffset += input.encoding.storedLength(of: bytes.span)
        let text = bytes.span
        let lineStart = text.lastOffset(of: lineEnd, before: text.count).map { $0 + 1 }
        let rest = text.extracting((lineStart ?? 0)..<text.count)
        column = (lineStart == nil ? column : 0) + rest.characterCount()
        return slice
    }

    private func grown(_ size: Int) throws(RecordError) -> Int {
        guard size < options.recordLimit else {
            throw .recordTooLong(path: input.path, storedOffset: storedOffset, limit: options.recordLimit)
        }
        return size * 2
    }

    private mutating func fill(to size: Int) throws(RecordError) {
        buffer.reserveCapacity(size)
        while buffer.count < size, !isAtEnd {
            do throws(ByteError) {
                isAtEnd = try input.read(size - buffer.count, into: &buffer) == 0
            } catch {
                throw .bytes(error)
            }
        }
    }
}
