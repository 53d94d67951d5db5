import TuneBytes
import TuneFindings

extension RuleExample {
    /// What has to be asked for beside the file; nil for nothing.
    var condition: String? {
        if let context { return "with a context of \(context) tokens" }
        return maxMemory.map { "with `--max-memory \(ByteSize.exact($0))`" }
    }

    /// The lines of a file in an example, what is invisible in them shown by its code: `‹FEFF›`.
    static func visibleLines(_ text: String) -> [String] {
        var text = text
        while text.last?.isNewline == true { text.removeLast() }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.unicodeScalars.reduce(into: "") { shown, scalar in
                if isInvisible(scalar) {
                    shown += "‹\(String(scalar.value, radix: 16, uppercase: true))›"
                } else {
                    shown.unicodeScalars.append(scalar)
                }
            }
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
        return isControl || [0x200B, 0xFEFF, 0x202E].contains(scalar.value)
    }
}
