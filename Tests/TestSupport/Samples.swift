public import Foundation

/// The files of `samples`.
public enum Samples {
    /// The file of that name.
    public static func url(_ name: String) -> URL { PackageFolder.root.appending(path: "samples/\(name)") }
}
