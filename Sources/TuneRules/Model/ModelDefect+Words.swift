import TuneArchives
import TuneFindings

extension ModelDefect {
    /// Where it is, the model standing in `folder`.
    func site(in folder: String) -> Site {
        var place = folder
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        if !path.isEmpty { place += place == "/" ? path : "/" + path }
        var site = Site(path: place, byteStart: bytes?.lowerBound, byteEnd: bytes?.upperBound)
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
        case .tensor(let name), .setting(let name): ModelWords.name(name)
        case nil: ModelWords.name(path)
        }
    }
}

/// Words that the rules for model folders share.
enum ModelWords {
    private static let longestName = 120

    /// What mends a file that is not what it was.
    static let downloadAgain = "download the model again, and compare its size with the original"

    /// A name in backticks; what is not seen made visible, the end of a long one left out.
    static func name(_ name: String) -> String {
        let front = name.prefix(longestName)
        let text = DisplayText.visible(Masking.masked(String(front)))
        return "`\(text)\(front.endIndex < name.endIndex ? "…" : "")`"
    }

    /// A shape as programs write it.
    static func shape(_ shape: [Int]) -> String {
        "[" + shape.prefix(8).map { "\($0)" }.joined(separator: ", ") + (shape.count > 8 ? ", …]" : "]")
    }

    /// `1 thing`, `2 things`.
    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
