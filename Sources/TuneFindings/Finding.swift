/// Something wrong with the data: what, where, and what to do about it.
public struct Finding: Sendable {
    /// The rule's code.
    public var code: String
    /// The rule's name.
    public var name: String
    /// How much it matters.
    public var severity: Severity
    /// What was found, with the user's words and numbers.
    public var message: String
    /// The harm, where it is not obvious.
    public var why: String?
    /// A command or an edit that mends it.
    public var help: String?
    /// Where it was found.
    public var site: Location
    /// The text around the spot; nil where a finding concerns a file as a whole.
    public var excerpt: Excerpt?

    /// A finding.
    public init(
        code: String, name: String, severity: Severity, message: String, why: String? = nil,
        help: String? = nil,
        site: Location, excerpt: Excerpt? = nil
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.message = message
        self.why = why
        self.help = help
        self.site = site
        self.excerpt = excerpt
    }
}

/// A place in a file.
public struct Location: Sendable, Equatable {
    /// The file's path as given.
    public var path: String
    /// The record, counted from 1 without the header; nil where none is concerned.
    public var record: Int?
    /// The physical line, counted from 1.
    public var line: Int?
    /// The column in characters, counted from 1.
    public var column: Int?
    /// The column or key the spot stands in; of a model, the tensor or the setting.
    public var field: String?
    /// What `field` is, in one word.
    public var fieldNoun = "column"
    /// The first byte concerned, counted from 0 in the file as stored, after decompression.
    public var byteStart: Int?
    /// The byte after the last one concerned.
    public var byteEnd: Int?

    /// A place; what is nil is not known or does not apply.
    public init(
        path: String, record: Int? = nil, line: Int? = nil, column: Int? = nil, field: String? = nil,
        byteStart: Int? = nil, byteEnd: Int? = nil
    ) {
        self.path = path
        self.record = record
        self.line = line
        self.column = column
        self.field = field
        self.byteStart = byteStart
        self.byteEnd = byteEnd
    }
}

/// A piece of a line, with the spot that matters.
public struct Excerpt: Sendable, Equatable {
    /// The text before the spot, on the same line.
    public var before: String
    /// The spot and what follows it on the line.
    public var after: String
    /// True when the line begins earlier than `before`.
    public var isCutBefore: Bool
    /// True when the line goes on after `after`.
    public var isCutAfter: Bool
    /// What is said beside the caret.
    public var note: String?

    /// A piece of a line.
    public init(before: String, after: String, isCutBefore: Bool, isCutAfter: Bool, note: String? = nil) {
        self.before = before
        self.after = after
        self.isCutBefore = isCutBefore
        self.isCutAfter = isCutAfter
        self.note = note
    }
}
