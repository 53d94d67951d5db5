import TuneBytes
public import TuneRecords

/// A list of messages per record: `messages` with `role` and `content`, or `conversations` with `from` and
/// `value`.
public struct ChatLayout: Layout {
    /// The name on the command line and in reports.
    public let name: String
    /// Why this layout was chosen.
    public let reason: String
    /// The column that holds the list.
    public let list: Column
    private let system: Column
    private let notesLosses: Bool

    /// A layout that reads the messages in `list`; with `notesLosses` it notes what an example cannot carry.
    public init(list: Column, reason: String, notesLosses: Bool = false) {
        self.notesLosses = notesLosses
        self.list = list
        self.reason = reason
        name = (list.name == "conversations" ? LayoutKind.sharegpt : .chat).rawValue
        system = Column(name: "system", position: nil)
    }

    /// The columns that are read.
    public var columns: [Column] { [list] }

    private static let roleKeys = ["role", "from", "speaker", "author", "sender", "type"].map {
        Array($0.utf8)
    }
    private static let textKeys = ["content", "value", "text", "message", "body"].map { Array($0.utf8) }
    private static let partKeys = ["text", "value"].map { Array($0.utf8) }
    private static let callKeys = ["tool_calls", "function_call"].map { Array($0.utf8) }

    /// Fills `example` from a readable record.
    public func read(_ record: inout Record, into example: inout Example) {
        example.kind = .conversation
        guard let root = record.value(of: list), record.values[root].kind != .null else {
            example.add(.missing(field: list.name), at: nil)
            return
        }
        guard record.values[root].kind == .array else {
            let found = record.values[root].kind
            example.add(.wrongType(field: list.name, found: found, wanted: "a list of messages"), at: root)
            return
        }
        readSystem(&record, &example)
        if notesLosses { noteLosses(of: 0, besides: [list.name, "system"], record, &example) }
        var index = root + 1
        let end = Int(record.values[root].next)
        while index < end {
            let next = Int(record.values[index].next)
            readMessage(at: index, &record, &example)
            index = next
        }
    }

    private func readSystem(_ record: inout Record, _ example: inout Example) {
        guard let index = record.value(of: system), record.values[index].kind == .text,
            !record.values[index].text.isEmpty
        else { return }
        example.messages.append(.init(role: .system, text: record.values[index].text, value: index))
    }

    private func readMessage(at index: Int, _ record: inout Record, _ example: inout Example) {
        guard record.values[index].kind == .object else {
            let found = record.values[index].kind
            example.add(.wrongType(field: list.name, found: found, wanted: "a message object"), at: index)
            return
        }
        guard let role = role(of: index, record, &example) else { return }
        let content = firstMember(Self.textKeys, of: index, record)
        if notesLosses { noteLosses(of: index, hasContent: content, record, &example) }
        if let text = text(of: content, in: index, &record, &example) {
            example.messages.append(.init(role: role, text: text, value: content))
        }
    }

    private func role(of message: Int, _ record: borrowing Record, _ example: inout Example) -> Role? {
        guard let index = firstMember(Self.roleKeys, of: message, record), !record.isMissing(index) else {
            example.add(.missing(field: "role"), at: message)
            return nil
        }
        guard record.values[index].kind == .text else {
            example.add(
                .wrongType(field: "role", found: record.values[index].kind, wanted: "text"), at: index)
            return nil
        }
        let spelling = record.text(record.values[index].text)
        if let role = Role.spelled(spelling) { return role }
        let word = spelling.text
        // `context` is the system's word in front of a conversation, and nobody's inside one.
        let isMisplaced = Role.isOnlyFirst(word) && !example.messages.isEmpty
        guard let (role, isAlias) = Role.named(word), !isMisplaced else {
            example.add(.unknownRole(word: word), at: index)
            return nil
        }
        if isAlias { example.add(.roleAlias(word: word, role: role.word), at: index) }
        return role
    }

    /// The text of a message: a string, text parts joined, or the tool calls where there is no content.
    private func text(
        of content: Int?, in message: Int, _ record: inout Record, _ example: inout Example
    ) -> TextRange? {
        guard let content, record.values[content].kind != .null else {
            if let calls = calls(of: message, record) { return record.values[calls].text }
            example.add(.missing(field: "content"), at: message)
            return nil
        }
        guard record.values[content].kind == .array else {
            return record.plainText(at: content, field: "content", &example)
        }
        var parts: [TextRange] = []
        for part in record.children(of: content) {
            guard let text = firstMember(Self.partKeys, of: part, record), record.values[text].kind == .text
            else {
                let found = record.values[part].kind
                example.add(.wrongType(field: "content", found: found, wanted: "text parts"), at: part)
                return nil
            }
            parts.append(record.values[text].text)
        }
        return record.compose { record, text in
            for part in parts { record.text(part).append(to: &text) }
        }
    }

    /// The tool calls of a message, when it makes any.
    private func calls(of message: Int, _ record: borrowing Record) -> Int? {
        guard let index = firstMember(Self.callKeys, of: message, record) else { return nil }
        let holdsSomething = Int(record.values[index].next) > index + 1
        return holdsSomething ? index : nil
    }

    private func firstMember(_ keys: [[UInt8]], of parent: Int, _ record: borrowing Record) -> Int? {
        for key in keys {
            if let index = record.member(key, of: parent) { return index }
        }
        return nil
    }

    /// Notes the members of a message that say more than its role and text.
    private func noteLosses(
        of message: Int, hasContent content: Int?, _ record: borrowing Record, _ example: inout Example
    ) {
        var read = (Self.roleKeys + Self.textKeys).map { String(decoding: $0, as: UTF8.self) }
        // Where there is no content, the calls are the text.
        if content.map({ record.values[$0].kind == .null }) ?? true {
            read += ["tool_calls", "function_call"]
        }
        noteLosses(of: message, besides: read, record, &example)
    }

    private func noteLosses(
        of parent: Int, besides read: [String], _ record: borrowing Record, _ example: inout Example
    ) {
        for index in record.children(of: parent) where record.values[index].kind != .null {
            let key = record.text(record.key(of: index)).text
            if !read.contains(key), !example.notCarried.contains(key) { example.notCarried.append(key) }
        }
    }
}

extension LayoutKind {
    /// Messages of `role` and `content` under `messages`.
    public static let chat = LayoutKind(
        name: "chat",
        example:
            #"{"messages": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "Because."}]}"#,
        isTold: { !$0.isCSV && $0.column(spelled: ["messages"]) != nil },
        make: { (file) throws(LayoutError) in
            try ChatLayout.layout(of: ["messages", "conversations"], asked: "chat", for: file)
        })

    /// Messages of `from` and `value` under `conversations`.
    public static let sharegpt = LayoutKind(
        name: "sharegpt",
        example:
            #"{"conversations": [{"from": "human", "value": "Why?"}, {"from": "gpt", "value": "Because."}]}"#,
        isTold: { !$0.isCSV && $0.column(spelled: ["messages", "conversations"])?.name == "conversations" },
        make: { (file) throws(LayoutError) in
            try ChatLayout.layout(of: ["conversations", "messages"], asked: "sharegpt", for: file)
        })
}

extension ChatLayout {
    /// The layout of the first of these columns that the file has.
    fileprivate static func layout(
        of lists: [String], asked name: String, for file: LayoutRequest
    ) throws(LayoutError) -> any Layout {
        guard let list = file.column(spelled: lists) else {
            throw .missingColumns(layout: name, wanted: lists, columns: file.names)
        }
        return ChatLayout(list: list, reason: file.reason, notesLosses: file.choice.notesLosses)
    }
}
