/// The services tuneprep speaks to.
public enum Services {
    /// All of them; the first is the one that is asked unless a user names another.
    public static let all: [any FineTuningService.Type] = [NscaleService.self]
}
