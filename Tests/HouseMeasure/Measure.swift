/// What is measured of some files: the columns of the table.
package struct Measure: Sendable {
    /// How many files there are.
    package let files: Int
    /// Lines by file.
    package let fileLines: Numbers
    /// Files of more than 300 lines.
    package let longFiles: Int
    /// The share of documentation among the lines that are not blank, in percent.
    package let documentationShare: Double
    /// The share of other comments among these lines, in percent.
    package let commentShare: Double
    /// Public and package declarations, and how many of them are documented.
    package let visible: (all: Int, documented: Int)
    /// Public and package declarations in a thousand lines.
    package let visiblePerThousandLines: Double
    /// Types at the top of a file that are not private, and how many of them are in a file of their name.
    package let types: (all: Int, own: Int)
    /// Functions and initialisers.
    package let functions: Int
    /// Lines by body, where there is one.
    package let functionLines: Numbers
    /// Parameters by function.
    package let parameters: Numbers
    /// The share of functions with five parameters or more, in percent.
    package let longParameterListShare: Double
    /// The share of parameters without a label, in percent.
    package let unlabelledShare: Double
    /// Functions with three parameters or more without a label: all, and without the kernels.
    package let unlabelled: (all: Int, withoutKernels: Int)
    /// Functions with blocks in blocks, four deep or more, in a thousand.
    package let deepPerThousand: Double

    /// Measures these files.
    package init(_ files: [SwiftFile]) {
        let filled = files.sum(\.filledLineCount)
        self.files = files.count
        fileLines = Numbers(files.map(\.lineCount))
        longFiles = files.count { $0.lineCount > 300 }
        documentationShare = percent(files.sum(\.documentationLineCount), of: filled)
        commentShare = percent(files.sum(\.commentLineCount), of: filled)
        let seen = files.flatMap(\.declarations).filter { $0.isVisible && $0.kind != .import }
        visible = (seen.count, seen.count { $0.documentation != nil })
        visiblePerThousandLines = percent(seen.count, of: files.sum(\.lineCount)) * 10
        types = (
            files.sum(\.topLevelTypes.count), files.sum(\.topLevelTypes.count) - files.sum(\.strayTypes.count)
        )
        let called = files.flatMap(\.functions)
        functions = called.count
        functionLines = Numbers(called.compactMap(\.bodyLines))
        parameters = Numbers(called.map(\.parameters.count))
        longParameterListShare = percent(called.count { $0.parameters.count >= 5 }, of: called.count)
        unlabelledShare = percent(called.sum(\.unlabelledCount), of: called.sum(\.parameters.count))
        unlabelled = (
            called.count { $0.unlabelledCount >= 3 }, files.sum(\.unlabelledFunctions.count)
        )
        deepPerThousand = percent(called.count { $0.nesting >= 4 }, of: called.count) * 10
    }
}

private func percent(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : 100 * Double(part) / Double(whole)
}

extension Sequence {
    /// The sum of a number of each.
    func sum(_ number: (Element) -> Int) -> Int { reduce(0) { $0 + number($1) } }
}
