import TuneBytes

/// Fills a buffer and cuts whole records off its front.
struct Slicer {
    /// The file's format, once it is settled.
    private var format = RecordFormat.jsonLines
    /// The exact cutter of the format; it cuts unless the number of quotes is trusted.
    private var exact = Cutter(.jsonLines)
    /// The byte that ends a line.
    private var lineEnd: UInt8 = 0x0A
    /// True when records are cut by the number of quotes.
    private var trustsQuotes = false
    private let input: TextInput
    private let options: RecordReader.Options
    private var buffer: [UInt8] = []
    /// How much at the buffer's front has been handed out; 0 unless the buffer holds many slices.
    private var taken = 0
    /// What the buffer holds after that.
    private var survey = ByteSurvey()
    /// Empty arrays with room, for the next slices.
    private var spares: [[UInt8]] = []
    private var storedOffset: Int
    private var column = 0
    private var isAtEnd = false
    /// Why the input cannot be read further.
    private var failure: RecordError?

    private static let probeSize = 256 * 1024
    private static let blankPatience = 4 << 20
    /// How often a slice doubles before the number of quotes is no longer trusted.
    private static let parityPatience = 2

    init(_ input: TextInput, _ options: RecordReader.Options) {
        self.input = input
        self.options = options
        storedOffset = input.markLength
    }

    /// How many bytes are there and not handed out.
    private var count: Int { buffer.count - taken }

    /// The range in the buffer of the bytes in `range` of these.
    private func inBuffer(_ range: Range<Int>) -> Range<Int> {
        (taken + range.lowerBound)..<(taken + range.upperBound)
    }

    /// The first bytes of the text, left where they are.
    mutating func peek() throws(RecordError) -> [UInt8] {
        try fill(to: Self.probeSize)
        return buffer
    }

    /// The first bytes, at least twice as many as before, left where they are; nil when the file holds no more.
    mutating func peekFurther() throws(RecordError) -> [UInt8]? {
        guard !isAtEnd else { return nil }
        try fill(to: grown(buffer.count))
        return buffer
    }

    /// Cuts from now on as `format` wants it; before that, only the first bytes can be looked at.
    mutating func settle(_ format: RecordFormat) {
        self.format = format
        exact = Cutter(format)
        lineEnd = format.dialect?.lineEnding == .cr ? 0x0D : 0x0A
    }

    /// Cuts by the number of quotes where that can tell where records end; only for those who check their slices.
    mutating func trustQuotes() {
        guard let dialect = format.dialect, dialect.lineEnding != .cr else { return }
        trustsQuotes = true
    }

    /// Takes the first `length` bytes off as the file's header.
    mutating func takeHeader(_ length: Int) -> FileSlice {
        let bytes = Array(buffer[..<length])
        buffer.removeFirst(length)
        survey = ByteSurvey(buffer.span)
        return advance(over: bytes, ByteSurvey(bytes.span), endsFile: false)
    }

    /// The whole records at the front, left where they are; with none, the buffer is filled until there is one.
    mutating func sample() throws(RecordError) -> FileSlice {
        var cutter = exact
        var boundary = cutter.boundary(in: buffer.span)
        while boundary == 0, !isAtEnd {
            try fill(to: max(Self.probeSize, grown(buffer.count)))
            boundary = cutter.boundary(in: buffer.span)
        }
        let isAll = isAtEnd
        let bytes = isAll ? buffer : Array(buffer[..<boundary])
        return FileSlice(bytes: bytes, storedOffset: storedOffset, encoding: input.encoding, endsFile: isAll)
    }

    /// The next slice; empty only when nothing follows the header.
    mutating func next() throws(RecordError) -> FileSlice {
        var window = options.sliceSize
        while true {
            try fill(to: window + 1)
            if isAtEnd, count <= window { return takeRest() }
            let boundary = boundary(in: window)
            if boundary > 0 { return try isLast(boundary) ? takeRest() : take(boundary) }
            guard trustsQuotes, window >= min(options.sliceSize << Self.parityPatience, options.recordLimit)
            else {
                window = try grown(window)
                continue
            }
            trustsQuotes = false
            window = options.sliceSize
        }
    }

    /// The offset after the last whole record in the first `window` bytes, 0 for none.
    private mutating func boundary(in window: Int) -> Int {
        if trustsQuotes {
            let later = buffer.span.extracting(inBuffer(window..<count)).occurrences(of: Dialect.quote)
            return ParityCutter.boundary(
                in: buffer.span.extracting(inBuffer(0..<window)), quotes: survey.quotes - later)
        }
        var cutter = exact
        let boundary = cutter.boundary(in: buffer.span.extracting(inBuffer(0..<window)))
        exact = cutter
        return boundary
    }

    /// True when nothing but white space follows the boundary up to the end of the file, so that the last
    /// slice with records is the one that knows it.
    private mutating func isLast(_ boundary: Int) throws(RecordError) -> Bool {
        while !isAtEnd, count - boundary < Self.blankPatience,
            buffer.span.extracting(inBuffer(boundary..<count)).isBlank
        {
            try fill(to: count + Self.probeSize)
        }
        return isAtEnd && buffer.span.extracting(inBuffer(boundary..<count)).isBlank
    }

    private mutating func takeRest() -> FileSlice {
        dropTaken()
        let bytes = buffer
        buffer = []
        defer { survey = ByteSurvey() }
        return advance(over: bytes, survey, endsFile: true)
    }

    private mutating func take(_ boundary: Int) -> FileSlice {
        exact.cut()
        var slice = spares.popLast() ?? []
        slice.reserveCapacity(options.sliceSize + Self.probeSize)
        let whole = survey
        guard count - boundary < boundary else {
            buffer.span.extracting(inBuffer(0..<boundary)).append(to: &slice)
            let front = ByteSurvey(slice.span)
            survey = whole.without(front)
            taken += boundary
            if taken > buffer.count / 2 { dropTaken() }
            return advance(over: slice, front, endsFile: false)
        }
        // The buffer becomes the slice, and what little is left the buffer.
        dropTaken()
        buffer.span.extracting(inBuffer(boundary..<count)).append(to: &slice)
        buffer.removeLast(buffer.count - boundary)
        swap(&buffer, &slice)
        survey = ByteSurvey(buffer.span)
        return advance(over: slice, whole.without(survey), endsFile: false)
    }

    private mutating func dropTaken() {
        buffer.removeFirst(taken)
        taken = 0
    }

    private mutating func advance(over bytes: [UInt8], _ survey: ByteSurvey, endsFile: Bool) -> FileSlice {
        let slice = FileSlice(
            bytes: bytes, storedOffset: storedOffset, encoding: input.encoding, endsFile: endsFile,
            column: column, lineEnd: lineEnd, survey: survey, isCutByParity: trustsQuotes)
        storedOffset += input.encoding.storedLength(of: bytes.span)
        let text = bytes.span
        let lineStart = text.lastOffset(of: lineEnd, before: text.count).map { $0 + 1 }
        let rest = text.extracting((lineStart ?? 0)..<text.count)
        column = (lineStart == nil ? column : 0) + rest.characterCount()
        return slice
    }

    /// Takes back slices that were cut by a number of quotes that says nothing, in file order and together all
    /// that was handed out since the first of them. From there on the exact cutter cuts.
    mutating func takeBack(_ slices: [FileSlice]) {
        guard let first = slices.first else { return }
        dropTaken()
        buffer = slices.flatMap(\.bytes) + buffer
        survey = ByteSurvey(buffer.span)
        storedOffset = first.storedOffset
        column = first.column
        exact = Cutter(format)
        trustsQuotes = false
    }

    /// Takes the memory of a slice that nobody needs any more.
    mutating func reuse(_ slice: inout FileSlice) {
        var bytes: [UInt8] = []
        swap(&bytes, &slice.bytes)
        guard bytes.capacity <= 2 * (options.sliceSize + Self.probeSize) else { return }
        bytes.removeAll(keepingCapacity: true)
        spares.append(bytes)
    }

    private func grown(_ size: Int) throws(RecordError) -> Int {
        guard size < options.recordLimit else {
            throw .recordTooLong(path: input.path, storedOffset: storedOffset, limit: options.recordLimit)
        }
        return size * 2
    }

    private mutating func fill(to size: Int) throws(RecordError) {
        buffer.reserveCapacity(taken + size)
        while count < size, !isAtEnd {
            if let failure { throw failure }
            let before = buffer.count
            do throws(ByteError) {
                isAtEnd = try input.read(size - count, into: &buffer) == 0
            } catch {
                failure = .bytes(error)
                throw .bytes(error)
            }
            var survey = survey
            survey.add(buffer.span.extracting(inBuffer(0..<count)), from: before - taken)
            self.survey = survey
        }
    }
}
