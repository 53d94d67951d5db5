/// What a file is for.
public enum FileRole: String, Sendable {
    case training, validation
}
