import TuneBytes

/// The byte ranges of the members of a large JSON object, so that they can be read in the order of need.
struct JSONMembers {
    private var ranges: [String: Range<Int>] = [:]
    private(set) var kinds: [String: JSON.Kind] = [:]
    /// How many members there are, of any name.
    private(set) var count = 0
    /// How many of them are numbers.
    private(set) var numbers = 0
    /// The first name that was not wanted.
    private(set) var unwanted: String?

    /// The members of the object in `range` whose names are `wanted`. One of them twice is an error.
    init(
        _ file: Span<UInt8>, in range: Range<Int>, wanted: Set<String>
    ) throws(VocabularyError) {
        do {
            try read(file, in: range, wanted)
        } catch {
            throw .whileReading(error)
        }
    }

    private mutating func read(_ file: Span<UInt8>, in range: Range<Int>, _ wanted: Set<String>) throws {
        var json = try JSONReader(file, in: range)
        try json.enterObject()
        while let name = try json.nextKey() {
            let kind = try json.kind()
            let range = try json.skip()
            count += 1
            if kind == .number { numbers += 1 }
            guard wanted.contains(name) else {
                if unwanted == nil { unwanted = name }
                continue
            }
            if ranges[name] != nil { throw VocabularyError.repeated("the member `\(name)`") }
            ranges[name] = range
            kinds[name] = kind
        }
        try json.end()
    }

    /// The byte range of a member; nil when it is missing or null.
    func range(_ name: String) -> Range<Int>? {
        kinds[name] == .null ? nil : ranges[name]
    }
}
