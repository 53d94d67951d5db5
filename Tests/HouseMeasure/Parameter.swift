/// A parameter of a function.
package struct Parameter: Sendable {
    /// What the caller writes before the argument; nil when nothing.
    package let label: String?
    /// What the body calls it.
    package let name: String
}
