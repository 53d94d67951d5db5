/// A word of the user's data as messages show it: in backticks, cut to 40 characters, line ends and controls
/// visible.
func shown(_ word: String) -> String {
    let limit = 40
    var text = ""
    for scalar in word.prefix(limit).unicodeScalars {
        switch scalar.value {
        case 0x0A: text += "\\n"
        case 0x0D: text += "\\r"
        case 0x09: text += "\\t"
        case 0..<0x20, 0x7F..<0xA0: text += "�"
        default: text.unicodeScalars.append(scalar)
        }
    }
    return "`\(text)\(word.count > limit ? "…" : "")`"
}
