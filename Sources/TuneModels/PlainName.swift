extension String {
    /// The name of a file in the folder `root`, which is empty or ends with `/`; nil for what stands elsewhere. By
    /// bytes, since a mark behind a `/` makes one Character of the two.
    func name(in root: String) -> String? {
        guard utf8.starts(with: root.utf8) else { return nil }
        let rest = utf8.dropFirst(root.utf8.count)
        return rest.contains(UInt8(ascii: "/")) ? nil : String(Substring(rest))
    }

    /// True for what names a file and no way to one.
    var isPlainName: Bool {
        !utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    }
}
