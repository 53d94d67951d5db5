import TuneBytes

/// Knows every training example seen so far by its hashes, so that rules can compare an example with all
/// before it.
///
/// An example costs at most 24 bytes, whatever its length. The first example of a prompt stands under the
/// prompt's hash together with its answer's; every further answer to the same prompt under the hash of the
/// two.
public struct ExampleIndex: Sendable {
    private var examples = RecordIndex()
    private var keys = RecordIndex()
    private var files: [(path: String, before: Int)] = []
    private var recordsOfFiles = 0

    /// An index that knows nothing.
    public init() {}

    /// The bytes the index takes.
    public var bytes: Int { examples.bytes + keys.bytes }

    /// The entries held: distinct examples and ids.
    public var count: Int { examples.count + keys.count }

    /// Examples noted from now on belong to the file at `path`, which has ids of its own.
    public mutating func begin(_ path: String) {
        files.append((path, recordsOfFiles))
        keys = RecordIndex()
    }

    /// What stood before like `example`. Training examples are noted; validation examples are only looked up.
    public mutating func compare(_ example: Fingerprint) -> Earlier {
        var earlier = Earlier()
        let number = (files.last?.before ?? 0) + example.record
        let isTraining = example.role == .training
        if isTraining { recordsOfFiles = max(recordsOfFiles, number) }
        if let key = example.key { earlier.key = first(key, number, isNoted: isTraining, in: &keys) }
        let prompt = example.hasPrompt ? example.prompt : example.whole
        guard let found = examples.entry(for: prompt) else {
            if isTraining { examples.note(prompt, word: example.answer.high, record: number) }
            return earlier
        }
        earlier.prompt = place(found.record)
        if found.word == example.answer.high {
            earlier.whole = earlier.prompt
        } else if let other = examples.entry(for: example.whole), other.word == example.answer.high {
            earlier.whole = place(other.record)
        } else if isTraining {
            examples.note(example.whole, word: example.answer.high, record: number)
        }
        return earlier
    }

    private func first(
        _ key: Hash128, _ number: Int, isNoted: Bool, in index: inout RecordIndex
    ) -> Earlier.Place? {
        if let found = index.entry(for: key), found.word == key.low { return place(found.record) }
        if isNoted { index.note(key, word: key.low, record: number) }
        return nil
    }

    private func place(_ number: Int) -> Earlier.Place {
        let file = files.last { $0.before < number }
        let isElsewhere = file?.path != files.last?.path
        return Earlier.Place(record: number - (file?.before ?? 0), path: isElsewhere ? file?.path : nil)
    }
}

/// Where examples like the one at hand stood before.
public struct Earlier: Sendable, Equatable {
    /// The first with the same prompt and answer.
    public var whole: Place?
    /// The first with the same prompt, whatever its answer.
    public var prompt: Place?
    /// The first under the same id.
    public var key: Place?

    /// A record of this file or another.
    public struct Place: Sendable, Equatable {
        /// The record, counted from 1 in its file.
        public var record: Int
        /// The file's path; nil for the file at hand.
        public var path: String?

        /// `record 12`, with the file's name when it is another one.
        var words: String { path.map { "record \(record) of \($0)" } ?? "record \(record)" }
    }

    /// Nothing like it stood before.
    public init() {}
}
