import TuneBytes

/// Fills a buffer and cuts whole records off its front.
struct Slicer {
    /// The exact cutter of the file's format; `next` cuts by it unless it is told to trust the quotes.
    var exact = Cutter.lines(LineCutter())
    /// The byte that ends a line.
    var lineEnd: UInt8 = 0x0A
    /// True when records may be cut by the number of quotes; only for those who check their slices.
    var trustsQuotes = false
    private let input: TextInput
    private let options: RecordReader.Options
    private var buffer: [UInt8] = []
    /// What stands in the buffer.
    private var survey = ByteSurvey()
    /// An empty array with room, for the next slice.
    private var spare: [UInt8] = []
    private var storedOffset: Int
    private var column = 0
    private var isAtEnd = false

    private static let probeSize = 256 * 1024
    private static let blankPatience = 4 << 20
    /// How often a slice doubles before the number of quotes is no longer trusted.
    private static let parityPatience = 8

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
        survey = ByteSurvey(buffer.span)
        return advance(over: bytes, ByteSurvey(bytes.span), endsFile: false)
    }

    /// The whole records at the front, left in place; with none, the buffer is filled until there is one.
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

    /// The next slice; empty only when nothing stands behind the header.
    mutating func next() throws(RecordError) -> FileSlice {
        var window = options.sliceSize
        var doublings = 0
        while true {
            try fill(to: window + 1)
            if isAtEnd, buffer.count <= window { return takeRest() }
            if doublings == Self.parityPatience { trustsQuotes = false }
            let boundary = boundary(in: window)
            if boundary > 0 { return try isLast(boundary) ? takeRest() : take(boundary) }
            window = try grown(window)
            doublings += 1
        }
    }

    /// The offset behind the last whole record in the buffer's first `window` bytes, 0 for none.
    private mutating func boundary(in window: Int) -> Int {
        if trustsQuotes {
            let behind = buffer.span.extracting(window..<buffer.count).occurrences(of: Dialect.quote)
            return ParityCutter.boundary(
                in: buffer.span.extracting(0..<window), quotes: survey.quotes - behind)
        }
        var cutter = exact
        let boundary = cutter.boundary(in: buffer.span.extracting(0..<window))
        exact = cutter
        return boundary
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
        defer { survey = ByteSurvey() }
        return advance(over: bytes, survey, endsFile: true)
    }

    private mutating func take(_ boundary: Int) -> FileSlice {
        var rest: [UInt8] = []
        swap(&rest, &spare)
        rest.reserveCapacity(options.sliceSize + Self.probeSize)
        buffer.span.extracting(boundary..<buffer.count).append(to: &rest)
        buffer.removeLast(buffer.count - boundary)
        swap(&buffer, &rest)
        exact.cut()
        let whole = survey
        survey = ByteSurvey(buffer.span)
        return advance(over: rest, whole.without(survey), endsFile: false)
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
    mutating func takeBack(_ slices: [FileSlice], _ format: RecordFormat) {
        guard let first = slices.first else { return }
        buffer = slices.flatMap(\.bytes) + buffer
        survey = ByteSurvey(buffer.span)
        storedOffset = first.storedOffset
        column = first.column
        exact = Cutter(format)
        trustsQuotes = false
    }

    /// Takes back the memory of a slice that nobody needs any more.
    mutating func reuse(_ bytes: consuming [UInt8]) {
        guard bytes.capacity > spare.capacity, bytes.capacity <= 2 * (options.sliceSize + Self.probeSize)
        else { return }
        bytes.removeAll(keepingCapacity: true)
        spare = bytes
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
            let before = buffer.count
            do throws(ByteError) {
                isAtEnd = try input.read(size - before, into: &buffer) == 0
            } catch {
                throw .bytes(error)
            }
            var survey = survey
            survey.add(buffer.span, from: before)
            self.survey = survey
        }
    }
}
