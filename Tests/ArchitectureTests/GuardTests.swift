import HouseMeasure
import TestSupport
import Testing

/// How the house is kept: each ceiling only falls. `sh Tests/house --list` names every place.
@Suite("the house stays in order")
struct GuardTests {
    /// Functions with three parameters or more without a label, kernels and operators apart.
    private static let unlabelledCeiling = 11
    /// Types at the top of a file of another name, private ones apart.
    private static let strayTypeCeiling = 6
    /// Initialisers whose comment has three words or fewer.
    private static let terseCommentCeiling = 0
    /// Public and package declarations without a comment.
    private static let undocumentedCeiling = 0

    /// The sandbox names the same things as the client and shares nothing with it (decision 11).
    private static let sharedNames: Set = [
        "CSVParser", "Hyperparameters", "JSON", "JobDraft", "Metrics", "Quote",
    ]

    @Test("calls have labels: few functions take three arguments without one")
    func labels() throws {
        expect(try MeasuredHouse.get().unlabelledFunctions, atMost: Self.unlabelledCeiling)
    }

    @Test("a type is in a file of its name")
    func files() throws {
        expect(try MeasuredHouse.get().strayTypes, atMost: Self.strayTypeCeiling)
    }

    @Test("a name is given once, the sandbox's apart")
    func names() throws {
        let twice = try MeasuredHouse.get().namesGivenTwice
        for (name, places) in twice where !Self.sharedNames.contains(name) {
            Issue.record("two types are called \(name): \(places.map(\.description))")
        }
        for name in Self.sharedNames {
            let modules = Set((twice[name] ?? []).map { $0.path.split(separator: "/")[1] })
            #expect(modules.count == 2 && modules.contains("tuneprep-sandbox"), "take \(name) off the list")
        }
    }

    @Test("no import serves only for showing numbers and words")
    func imports() throws {
        expect(try MeasuredHouse.get().importsForShowing, atMost: 0)
    }

    @Test("a folder has at most twenty Swift files in it")
    func folders() throws {
        for (folder, count) in try MeasuredHouse.get().fullFolders {
            Issue.record("\(folder) holds \(count) files: divide it")
        }
    }

    @Test("no file that people wrote has more than 300 lines")
    func lengths() throws {
        expect(try MeasuredHouse.get().longFiles, atMost: 0)
    }

    @Test("the comment of an initialiser says something")
    func comments() throws {
        expect(try MeasuredHouse.get().terseInitialisers, atMost: Self.terseCommentCeiling)
    }

    @Test("what other modules see is documented")
    func documentation() throws {
        expect(try MeasuredHouse.get().undocumented, atMost: Self.undocumentedCeiling)
    }

    private func expect(_ found: [House.Offence], atMost ceiling: Int) {
        let first = found.prefix(5).map { "\n  \($0)" }.joined()
        #expect(found.count <= ceiling, "\(found.count), at most \(ceiling) allowed; the first:\(first)")
    }
}
