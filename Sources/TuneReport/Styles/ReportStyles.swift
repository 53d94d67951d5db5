/// Every style there is, of every output format on the command line: full, concise, json, jsonl.
public enum ReportStyles {
    /// The styles in the order in which help names them.
    public static let all: [any ReportStyle] = [FullStyle(), ConciseStyle(), JSONStyle(), JSONLinesStyle()]

    /// The names as help lists them: `full, concise, json or jsonl`.
    public static var namesInWords: String {
        let names = all.map(\.name)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }

    /// The style of that name, in any case; nil when there is none.
    public static func named(_ name: String) -> (any ReportStyle)? {
        all.first { $0.name == name.lowercased() }
    }
}
