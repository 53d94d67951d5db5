/// The toolkit as a whole.
public enum Tuneprep {
    /// The version.
    public static let version = "0.1.0"
}
