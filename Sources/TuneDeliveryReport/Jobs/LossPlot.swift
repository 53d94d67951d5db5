import TuneServices

/// The losses of a job over its steps, drawn with characters: `*` training, `o` validation, `@` both.
struct LossPlot {
    private let training: [(step: Int, loss: Double)]
    private let validation: [(step: Int, loss: Double)]
    private let width: Int
    private let hasColor: Bool

    private static let height = 12
    private static let margin = 9

    /// A plot that fits into `width` columns. Points without a step stand at their place in the list.
    init(_ points: [Metrics.Point], width: Int, hasColor: Bool) {
        func series(_ loss: (Metrics.Point) -> Double?) -> [(step: Int, loss: Double)] {
            points.enumerated().compactMap { place, point in
                loss(point).map { (step: point.step ?? place, loss: $0) }
            }
        }
        training = series(\.trainingLoss)
        validation = series(\.validationLoss)
        self.width = max(20, min(width, 100) - Self.margin)
        self.hasColor = hasColor
    }

    /// The lines of the plot; none when there are not two points to draw.
    var lines: [String] {
        let all = training + validation
        guard all.count > 1, let low = all.map(\.loss).min(), let high = all.map(\.loss).max(),
            low <= high, let first = all.map(\.step).min(), let last = all.map(\.step).max()
        else { return [] }
        let steps = Double(first)...Double(last)
        var cells = [[Character]](repeating: [Character](repeating: " ", count: width), count: Self.height)
        for (sign, series) in [("*" as Character, training), ("o", validation)] {
            for point in series {
                let column = Self.cell(of: Double(point.step), in: steps, among: width)
                let row = Self.height - 1 - Self.cell(of: point.loss, in: low...high, among: Self.height)
                cells[row][column] = [sign, " "].contains(cells[row][column]) ? sign : "@"
            }
        }
        let lines = cells.enumerated().map { row, line in label(of: row, in: low...high) + "|" + painted(line)
        }
        let axis = String(repeating: " ", count: Self.margin - 1) + "+" + String(repeating: "-", count: width)
        return lines + [axis] + foot(first, last)
    }

    /// The cell that a value of a range falls into, as an index below `count`.
    private static func cell(of value: Double, in range: ClosedRange<Double>, among count: Int) -> Int {
        guard range.upperBound > range.lowerBound else { return 0 }
        // Halves, because the distance itself may be more than a double holds.
        let share =
            (value / 2 - range.lowerBound / 2) / (range.upperBound / 2 - range.lowerBound / 2)
        return min(count - 1, max(0, Int((share * Double(count - 1)).rounded())))
    }

    private func label(of row: Int, in range: ClosedRange<Double>) -> String {
        let value = row == 0 ? range.upperBound : row == Self.height - 1 ? range.lowerBound : nil
        let words = value.map { Self.short($0) } ?? ""
        return String(repeating: " ", count: Self.margin - 2 - words.count) + words + " "
    }

    /// At most seven characters.
    private static func short(_ value: Double) -> String {
        guard abs(value) < 1000 else { return String("\(value)".prefix(7)) }
        let hundredths = Int((abs(value) * 100).rounded())
        let digits = String(hundredths % 100 + 100).dropFirst()
        return "\(value < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits)"
    }

    private func foot(_ first: Int, _ last: Int) -> [String] {
        let (from, to) = ("\(first)", "\(last)")
        let gap = String(repeating: " ", count: max(1, width - from.count - to.count))
        let legend =
            "\(painted("*")) training loss" + (validation.isEmpty ? "" : ", \(painted("o")) validation loss")
        let indent = String(repeating: " ", count: Self.margin)
        return [indent + from + gap + to, indent + legend, ""]
    }

    private func painted(_ line: some Sequence<Character>) -> String {
        var text = ""
        for sign in line {
            switch sign {
            case "*" where hasColor: text += "\u{1B}[36m*\u{1B}[0m"
            case "o" where hasColor: text += "\u{1B}[33mo\u{1B}[0m"
            default: text.append(sign)
            }
        }
        while text.hasSuffix(" ") { text.removeLast() }
        return text
    }
}
