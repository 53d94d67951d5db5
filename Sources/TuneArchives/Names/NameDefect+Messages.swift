internal import TuneText

extension NameDefect {
    /// What is wrong, as a predicate whose subject is the entry.
    var words: String {
        switch self {
        case .empty: "has no name"
        case .notUTF8: "has a name that is not UTF-8"
        case .control: "has a name with a character that is not seen or acts on a terminal"
        case .absolute: "has an absolute name"
        case .backslash: "has a name with a backslash, which is a separator on other systems"
        case .driveLetter: "has a name that begins with a drive's letter"
        case .colon: "has a name with a colon, behind which other systems see another name"
        case .trailingDot:
            "has a name with a part that ends in a dot or a blank, which other systems leave out"
        case .dotDot: "has a name with `..`"
        case .dot: "has a name with `.` in it"
        case .emptyComponent: "has a name with two slashes in a row, or a slash at its end"
        case .reserved(let part): "has a name with \(shown(part)), which is a device on Windows"
        case .longComponent(let bytes): "has a part of \(bytes.grouped) bytes in its name; 255 is the limit"
        case .tooLong(let bytes): "has a name of \(bytes.grouped) bytes; 1,024 is the limit"
        case .tooDeep(let folders): "has a name of \(folders.grouped) parts; 32 is the limit"
        }
    }
}
