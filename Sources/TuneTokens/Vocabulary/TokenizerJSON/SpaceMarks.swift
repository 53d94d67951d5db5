import TuneBytes

/// The two ways in which `tokenizer.json` files put U+2581 in front of a text and replace its spaces.
enum SpaceMarks {
    private static let mark = JSON.text("\u{2581}")

    /// As steps of the normalizer.
    static let normalizer = JSON.object([
        ("type", .text("Sequence")),
        (
            "normalizers",
            .array([
                .object([("type", .text("Prepend")), ("prepend", mark)]),
                .object([
                    ("type", .text("Replace")), ("pattern", .object([("String", .text(" "))])),
                    ("content", mark),
                ]),
            ])
        ),
    ])

    /// As the pre-tokenizer `Metaspace`, in its present or its former spelling.
    static func check(_ metaspace: JSON) throws(VocabularyError) {
        let part = "pre-tokenizer `Metaspace`"
        try TextSplitter.require(metaspace, of: part, sets: ["replacement": mark, "split": .boolean(false)])
        let scheme = metaspace.member("prepend_scheme")
        switch scheme {
        case .text("first")?, .text("always")?: break
        case nil: try TextSplitter.require(metaspace, of: part, sets: ["add_prefix_space": .boolean(true)])
        case let other?: throw .setting(part: part, name: "prepend_scheme", value: other.words)
        }
        if let adds = metaspace.member("add_prefix_space"), adds != .boolean(true) {
            throw .setting(part: part, name: "add_prefix_space", value: adds.words)
        }
        try TextSplitter.checkSettings(
            metaspace, of: part,
            known: ["type", "replacement", "prepend_scheme", "add_prefix_space", "split"])
    }
}
