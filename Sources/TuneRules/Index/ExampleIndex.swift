import TuneBytes

/// Knows every training example seen so far by its hashes, so that rules can compare an example with all
/// before it. ``DatasetJudge`` is who asks.
///
/// An example costs at most 24 bytes, whatever its length, and as many again for an id, as long as the file
/// with the id is read. The first example of a prompt stands under the prompt's hash together with its
/// answer's; every further answer to the same prompt under the hash of the two.
///
/// Once an entry would pass the limit, the index is full for good: nothing more is noted, everything is still
/// looked up. So those remembered are the first ones, whatever their hashes.
public struct ExampleIndex: Sendable {
    /// The most bytes an entry takes: a distinct example, or an id.
    public static let bytesPerEntry = 24

    private var examples = RecordIndex()
    private var keys = RecordIndex()
    private var files: [(path: String, before: Int)] = []
    private var recordsOfFiles = 0
    private var demand = IndexDemand()
    private let limit: Int?
    private var remembered = 0
    private var forgottenBefore = 0

    /// The most bytes taken so far, growing tables included.
    public private(set) var peakBytes = 0
    /// True once an entry would have passed the limit.
    public private(set) var isFull = false
    /// The training records that came when the index was full and whose example, or id, was new to it.
    public private(set) var forgotten = 0

    /// An index that knows nothing and takes at most `limit` bytes; nil for as many as there are.
    public init(limit: Int? = nil) {
        self.limit = limit
    }

    /// The bytes the index takes.
    public var bytes: Int { examples.bytes + keys.bytes }

    /// The entries held: distinct examples and ids.
    public var count: Int { examples.count + keys.count }

    /// The most bytes that so many entries take.
    public static func bytes(for entries: Int) -> Int { RecordIndex.bytes(for: entries) }

    /// The fewest entries for which so many bytes are enough.
    public static func entries(within bytes: Int) -> Int { RecordIndex.count(within: bytes) }

    /// Examples noted from now on belong to the file at `path`, which has ids of its own.
    public mutating func begin(_ path: String) {
        files.append((path, recordsOfFiles))
        keys = RecordIndex()
        demand.forgetKeys()
        forgottenBefore = forgotten
    }

    /// What stood before like `example`. Training examples are noted; validation examples are only looked up.
    public mutating func compare(_ example: Fingerprint) -> EarlierMatches {
        let (earlier, unknown) = search(example)
        guard example.role == .training else { return earlier }
        let number = (files.last?.before ?? 0) + example.record
        recordsOfFiles = max(recordsOfFiles, number)
        var isNoted = true
        if let key = example.key, earlier.key == nil { isNoted = note(key: key, number) }
        if let unknown { isNoted = note(unknown, example.answer.high, number) && isNoted }
        if !isNoted { forgotten += 1 } else if !isFull { remembered += 1 }
        return earlier
    }

    /// What is not known of a file of that role, the file begun last; nil when nothing is missing.
    public func cut(for role: FileRole) -> IndexCut? {
        let missing = role == .training ? forgotten - forgottenBefore : forgotten
        guard let limit, missing > 0 else { return nil }
        return IndexCut(
            limit: limit, remembered: remembered, forgotten: missing, sufficient: demand.bytes)
    }

    /// What stood before, and the hash under which the example is new; nil when it is not.
    private func search(_ example: Fingerprint) -> (earlier: EarlierMatches, unknown: Hash128?) {
        var earlier = EarlierMatches()
        earlier.key = example.key.flatMap { keys.record(of: $0, with: $0.low) }.map(match)
        let prompt = example.hasPrompt ? example.prompt : example.whole
        guard let found = examples.entry(for: prompt) else { return (earlier, prompt) }
        earlier.prompt = match(found.record)
        if found.word == example.answer.high {
            earlier.whole = earlier.prompt
            return (earlier, nil)
        }
        earlier.whole = examples.record(of: example.whole, with: example.answer.high).map(match)
        return (earlier, earlier.whole == nil ? example.whole : nil)
    }

    private mutating func note(key: Hash128, _ number: Int) -> Bool {
        demand.keys += 1
        guard hasRoom(for: examples.bytes + keys.peak(noting: key)) else { return false }
        keys.note(key, word: key.low, record: number)
        return true
    }

    private mutating func note(_ example: Hash128, _ answer: UInt64, _ number: Int) -> Bool {
        demand.examples += 1
        guard hasRoom(for: examples.peak(noting: example) + keys.bytes) else { return false }
        examples.note(example, word: answer, record: number)
        return true
    }

    private mutating func hasRoom(for bytes: Int) -> Bool {
        if let limit, bytes > limit { isFull = true }
        if !isFull { peakBytes = max(peakBytes, bytes) }
        return !isFull
    }

    private func match(_ number: Int) -> EarlierMatches.Match {
        let file = files.last { $0.before < number }
        let isElsewhere = file?.path != files.last?.path
        return EarlierMatches.Match(
            record: number - (file?.before ?? 0), path: isElsewhere ? file?.path : nil)
    }
}

/// The entries an index was asked to hold, whether it did or not.
private struct IndexDemand: Sendable {
    var examples = 0
    var keys = 0
    private var most = 0

    mutating func forgetKeys() {
        most = bytes
        keys = 0
    }

    /// The bytes that would have held them all, at the time they were most.
    var bytes: Int { max(most, ExampleIndex.bytes(for: examples) + ExampleIndex.bytes(for: keys)) }
}
