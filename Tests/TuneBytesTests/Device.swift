import Foundation

/// Special files that not every system has.
enum Device {
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
