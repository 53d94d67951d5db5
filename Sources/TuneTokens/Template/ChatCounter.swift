import TuneBytes

/// Counts the tokens of conversations, message by message, with what a chat template puts around them.
///
/// A conversation is counted by `begin()`, `add(_:_:)` for each message, and `end()`; then `messages` has its tokens. What
/// the whole is in tokens is the same as if the template had been rendered and tokenized at once. Serves one thread at a
/// time.
public struct ChatCounter {
    /// The tokens of a message, and of what the template puts around it. The sum of all is the conversation's.
    public struct Message: Hashable, Sendable {
        /// What the template puts before the text; for the first message, the conversation's opening too.
        public var before: Int
        /// The text itself, counted by itself.
        public var own: Int
        /// What the template puts after it.
        public var after: Int

        /// The sum of all three.
        public var total: Int { before + own + after }
        /// What the template adds: all but the text itself.
        public var overhead: Int { before + after }
    }

    /// The messages of the conversation so far.
    public private(set) var messages: [Message] = []

    private let counter: any TokenCounter
    private let template: ChatTemplate?
    private let costs: FrameCosts?
    private var isAfterSystem = false
    private var carried = 0
    /// The text since the last control token, and how many of its tokens are counted as messages' own.
    private var pending: [UInt8] = []
    private var ownOfPending = 0
    private var holdsMessage = false

    /// A counter of conversations with a template, or of bare texts for nil.
    public init(_ counter: any TokenCounter, template: ChatTemplate?) {
        self.counter = counter
        self.template = template
        costs = template.map { FrameCosts($0, counter) }
    }

    /// Begins a conversation; those before are forgotten.
    public mutating func begin() {
        messages.removeAll(keepingCapacity: true)
        isAfterSystem = false
        carried = costs?.opening ?? 0
    }

    /// Adds a message: its bare text in UTF-8.
    public mutating func add(_ role: ChatRole, _ text: Span<UInt8>) {
        guard let template, let costs else {
            messages.append(Message(before: 0, own: counter.count(text), after: 0))
            return
        }
        let isFirst = messages.isEmpty
        if isFirst, role != .system { carried += costs.absentSystem }
        let frame = FrameCosts.frameIndex(role, isFirst: isFirst, isAfterSystem: isAfterSystem)
        isAfterSystem = isFirst && role == .system
        let text = template.trims ? text.extracting(text.trimmed) : text
        let own = counter.count(text)
        if template.isolation == .always || (template.isolation == .unlessSpaceLeads && !text.leadsWithSpace)
        {
            let cost = costs.frames[frame]
            messages.append(Message(before: carried + cost.before, own: own, after: cost.after))
        } else {
            messages.append(Message(before: carried, own: own, after: 0))
            join(
                text, own: own, in: costs.frame(frame, of: template),
                isBounded: template.isolation != .never)
        }
        carried = 0
    }

    /// Ends a conversation: only then is what its last message costs complete.
    public mutating func end() {
        closePending(isBefore: false)
    }

    private mutating func join(_ text: Span<UInt8>, own: Int, in frame: ChatTemplate.Frame, isBounded: Bool) {
        for part in frame.before { take(part, isBefore: true) }
        if counter.cutsBeforeSpaces, let middle = text.middle {
            // The middle counts the same in the pending text as in the message: both go without it.
            let start = pending.count
            text.extracting(0..<middle.lowerBound).append(to: &pending)
            text.extracting(middle.upperBound..<text.count).append(to: &pending)
            ownOfPending += counter.count(pending.span.extracting(start..<pending.count))
        } else {
            text.append(to: &pending)
            ownOfPending += own
        }
        holdsMessage = true
        for part in frame.after { take(part, isBefore: false) }
        if isBounded { closePending(isBefore: false) }
    }

    private mutating func take(_ part: ChatTemplate.Part, isBefore: Bool) {
        switch part {
        case .text(let text): pending.append(contentsOf: text.utf8)
        case .control:
            closePending(isBefore: isBefore)
            add(1, isBefore: isBefore)
        }
    }

    /// Counts the pending text as one; what it has more than its messages counted by themselves is the template's, and comes
    /// before the last of them, as far as a template's text goes: after an answer there are control tokens.
    private mutating func closePending(isBefore: Bool) {
        guard !pending.isEmpty else { return }
        let extra = counter.count(pending.span) - ownOfPending
        add(extra, isBefore: isBefore || holdsMessage)
        pending.removeAll(keepingCapacity: true)
        (ownOfPending, holdsMessage) = (0, false)
    }

    private mutating func add(_ tokens: Int, isBefore: Bool) {
        let last = messages.count - 1
        if !isBefore {
            messages[last].after += tokens
        } else if messages[last].before + tokens >= 0 {
            messages[last].before += tokens
        } else {
            let lacking = messages[last].before + tokens
            messages[last].before = 0
            takeFromTexts(-lacking)
        }
    }

    /// Texts may take fewer tokens beside one another and the template's than by themselves: what is lacking comes off
    /// those that were joined, the last first. Together they have at least that many.
    private mutating func takeFromTexts(_ lacking: Int) {
        var (lacking, place) = (lacking, messages.count - 1)
        while lacking > 0, place >= 0 {
            let taken = min(lacking, messages[place].own)
            messages[place].own -= taken
            lacking -= taken
            place -= 1
        }
    }
}
