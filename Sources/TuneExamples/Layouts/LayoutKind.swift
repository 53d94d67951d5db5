/// A layout as it is known before a file is opened: by its name, by the keys that tell it, and how it is made.
///
/// Each is a static member beside its layout; ``allCases`` is the only list of them.
public struct LayoutKind: Sendable, RawRepresentable, CaseIterable {
    /// The layouts known by name, in the order they are listed. The guess asks them from the end: those with the most
    /// specific keys come last.
    public static let allCases: [LayoutKind] = [.promptAnswer, .alpaca, .chat, .sharegpt, .pubmedqa]

    /// The name on the command line and in reports.
    public let rawValue: String
    /// A record that is guessed to be of this layout, as a line of JSON.
    public let example: String
    /// True when the user may name the columns of prompt and answer.
    let takesNamedColumns: Bool
    /// True when the columns of a file tell this layout.
    let isTold: @Sendable (_ by: LayoutRequest) -> Bool
    /// The layout for a file; throws when the columns it reads are not there.
    let make: @Sendable (_ for: LayoutRequest) throws(LayoutError) -> any Layout

    init(
        name: String, example: String, takesNamedColumns: Bool = false,
        isTold: @escaping @Sendable (_ by: LayoutRequest) -> Bool,
        make: @escaping @Sendable (_ for: LayoutRequest) throws(LayoutError) -> any Layout
    ) {
        rawValue = name
        self.example = example
        self.takesNamedColumns = takesNamedColumns
        self.isTold = isTold
        self.make = make
    }

    /// The layout of that name; nil when none has it.
    public init?(rawValue: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = kind
    }

    /// The names in one phrase: `a, b or c`.
    public static var names: String {
        let names = allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or \(names[names.count - 1])"
    }
}
