/// Who speaks, as chat templates tell speakers apart.
public enum ChatRole: Int, CaseIterable, Sendable {
    case system, user, assistant
}
