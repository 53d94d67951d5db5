import Foundation

extension House {
    /// The measures as a table in Markdown, module by module and in all.
    package var table: String {
        let columns = [
            "", "files", "med", "p95", "max", "> 300", "///", "//", "doc'd", "pub/kline", "own", "functions",
            "fn", "par, ≥ 5", "unl", "≥ 3 unl", "nest",
        ]
        var rows = ["| " + columns.joined(separator: " | ") + " |"]
        rows.append("|" + String(repeating: "---|", count: columns.count))
        for module in modules {
            rows.append(Self.row(module, Measure(written.filter { $0.module == module })))
        }
        rows.append(Self.row("**all**", Measure(written)))
        return rows.joined(separator: "\n")
    }

    private static func row(_ name: String, _ measure: Measure) -> String {
        let lines = (measure.fileLines, measure.functionLines)
        let documented = share(measure.visible.documented, of: measure.visible.all)
        let cells = [
            name, "\(measure.files)", "\(lines.0.median)", "\(lines.0.percentile95)", "\(lines.0.maximum)",
            "\(measure.longFiles)", percent(measure.documentationShare), percent(measure.commentShare),
            documented, "\(Int(measure.visiblePerThousandLines.rounded()))",
            share(measure.types.own, of: measure.types.all), "\(measure.functions)",
            "\(lines.1.median)/\(lines.1.percentile95)/\(lines.1.maximum)",
            "\(decimal(measure.parameters.mean)), \(percent(measure.longParameterListShare))",
            percent(measure.unlabelledShare),
            "\(measure.unlabelled.all) (\(measure.unlabelled.withoutKernels))",
            decimal(measure.deepPerThousand),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// What the columns mean, and what is counted.
    package static let legend = """
        med, p95, max: lines of a file; > 300: files longer than this; ///, //: share of the lines that are not blank
        doc'd: public and package declarations with a comment; pub/kline: such declarations in a thousand lines
        own: types at the top of a file, not private, that are in a file of their name (`Type+X.swift` is for more of it)
        functions: functions and initialisers, local ones and requirements included; fn: median/p95/max lines between
        the braces; par: mean number of parameters, share of functions with five or more
        unl: share of parameters without a label; ≥ 3 unl: functions with three or more of them, in parentheses without
        operators and kernels (`@inline(__always)` in a file that holds unsafe code; C is not read)
        nest: functions with blocks (closures too) nested four deep or more, in a thousand
        Generated tables (weights of the estimator, Unicode) are apart.
        """

    /// What the guards look at: how much there is of each.
    package var offences: [(name: String, found: [String])] {
        [
            ("functions with three unlabelled parameters or more", unlabelledFunctions.map(\.description)),
            ("types outside a file of their name", strayTypes.map(\.description)),
            (
                "type names given twice",
                namesGivenTwice.sorted { $0.key < $1.key }.map { name, found in
                    "\(name): " + found.map(\.path).joined(separator: ", ")
                }
            ),
            ("imports that serve only for showing numbers and words", importsForShowing.map(\.description)),
            (
                "folders with more than twenty files",
                fullFolders.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            ),
            ("files of more than 300 lines", longFiles.map(\.description)),
            ("initialisers with a comment of three words or fewer", terseInitialisers.map(\.description)),
            ("public or package declarations without a comment", undocumented.map(\.description)),
        ]
    }

    private static func share(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "-" : "\((100 * part + whole / 2) / whole) %"
    }

    private static func percent(_ value: Double) -> String { decimal(value) + " %" }

    private static func decimal(_ value: Double) -> String { String(format: "%.1f", value) }
}
