/// The two ways in which `tokenizer.json` files put U+2581 in front of a text and in the place of its spaces.
enum SpaceMarks {
    private static let mark = JSONTree.string("\u{2581}")

    /// As steps of the normalizer.
    static let normalizer = JSONTree.object([
        "type": .string("Sequence"),
        "normalizers": .array([
            .object(["type": .string("Prepend"), "prepend": mark]),
            .object([
                "type": .string("Replace"), "pattern": .object(["String": .string(" ")]), "content": mark,
            ]),
        ]),
    ])

    /// As the pre-tokenizer `Metaspace`, in its present or its former spelling.
    static func check(_ metaspace: JSONTree) throws(VocabularyError) {
        let part = "pre-tokenizer `Metaspace`"
        try TextSplitter.require(metaspace, part, ["replacement": mark, "split": .boolean(false)])
        let scheme = metaspace.members["prepend_scheme"]
        switch scheme {
        case .string("first")?, .string("always")?: break
        case nil: try TextSplitter.require(metaspace, part, ["add_prefix_space": .boolean(true)])
        case let other?: throw .setting(part: part, name: "prepend_scheme", value: other.words)
        }
        if let adds = metaspace.members["add_prefix_space"], adds != .boolean(true) {
            throw .setting(part: part, name: "add_prefix_space", value: adds.words)
        }
        try TextSplitter.checkSettings(
            metaspace, of: part,
            known: ["type", "replacement", "prepend_scheme", "add_prefix_space", "split"])
    }
}
