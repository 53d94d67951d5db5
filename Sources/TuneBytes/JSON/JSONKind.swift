/// What a JSON value is.
public enum JSONKind: String, Hashable, Sendable {
    case object, array, string, number, boolean, null
}
