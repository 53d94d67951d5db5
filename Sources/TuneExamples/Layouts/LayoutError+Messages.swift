public import TuneText

extension LayoutError: Explained {
    /// What is wrong.
    public var message: String {
        switch self {
        case .unknownColumn(let name, _): "there is no column \(shown(name))"
        case .sameColumn(let name): "\(shown(name)) cannot be both the prompt and the answer"
        case .columnsOfItsOwn(let layout, let name):
            "the layout `\(layout)` knows its columns, and \(shown(name)) was named as well"
        case .noAnswerColumn: "no column is named like an answer"
        case .missingColumns(let layout, let wanted, _):
            "the layout `\(layout)` wants \(Self.list(wanted, last: "or"))"
        }
    }

    /// What to do about it.
    public var help: [String] {
        switch self {
        case .unknownColumn(let name, let columns):
            NearMisses.help(for: name, in: columns) + [Self.columns(columns)]
        case .sameColumn: []
        case .columnsOfItsOwn:
            ["leave out `--prompt` and `--answer`, or ask for `--layout \(LayoutKind.promptAnswer.rawValue)`"]
        case .noAnswerColumn(let columns):
            [
                Self.columns(columns),
                "name them: `--prompt COLUMN --answer COLUMN`; the first line of a CSV file must be its header",
            ]
        case .missingColumns(_, _, let columns):
            [Self.columns(columns), "leave `--layout` out to have it guessed"]
        }
    }

    private static func columns(_ names: [String]) -> String { "the columns are \(list(names, last: "and"))" }

    private static func list(_ names: [String], last: String) -> String {
        let quoted =
            names.prefix(12).map { shown($0) } + (names.count > 12 ? ["\(names.count - 12) more"] : [])
        guard quoted.count > 1 else { return quoted.first ?? "none" }
        return quoted.dropLast().joined(separator: ", ") + " \(last) " + quoted[quoted.count - 1]
    }
}
