import TuneFindings
import TuneText

extension Location {
    /// The location as terminals and editors make it clickable: `path:line:column`, as far as it is known.
    var clickable: String {
        var text = DisplayText.visible(path)
        if let line {
            text += ":\(line)"
            if let column { text += ":\(column)" }
        }
        return text
    }
}
