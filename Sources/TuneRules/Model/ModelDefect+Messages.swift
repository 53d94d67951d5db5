import TuneFindings
import TuneModels
import TuneText

extension ModelDefect {
    /// Where it is, the model standing in `folder`.
    func site(in folder: String) -> Location {
        var place = folder
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        if !path.isEmpty { place += place == "/" ? path : "/" + path }
        var site = Location(path: place, byteStart: bytes?.lowerBound, byteEnd: bytes?.upperBound)
        switch part {
        case .tensor(let name): (site.field, site.fieldNoun) = (name, "tensor")
        case .setting(let key): (site.field, site.fieldNoun) = (key, "setting")
        case nil: break
        }
        return site
    }

    /// The tensor's or the setting's name as messages show it; the file's where there is none.
    var partName: String {
        switch part {
        case .tensor(let name), .setting(let name): shown(name, limit: ModelWords.longestName)
        case nil: shown(path, limit: ModelWords.longestName)
        }
    }
}

/// Words that the rules for model folders share.
enum ModelWords {
    /// The characters of a name that are shown; tensors have long ones.
    static let longestName = 120

    /// What mends a file that is not what it was.
    static let downloadAgain = "download the model again, and compare its size with the original"

    /// A shape as programs write it.
    static func shape(_ shape: [Int]) -> String {
        "[" + shape.prefix(8).map { "\($0)" }.joined(separator: ", ") + (shape.count > 8 ? ", …]" : "]")
    }
}
