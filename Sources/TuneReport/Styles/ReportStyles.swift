/// Every style there is.
public enum ReportStyles {
    /// The styles in the order in which help names them.
    public static let all: [any ReportStyle] = [FullStyle(), ConciseStyle(), JSONStyle(), JSONLinesStyle()]

    /// The style of that name, in any case; nil when there is none.
    public static func named(_ name: String) -> (any ReportStyle)? {
        all.first { $0.name == name.lowercased() }
    }
}
