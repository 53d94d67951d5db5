import HouseMeasure
import Testing

/// The reader of Swift that the guards rest on.
@Suite("sources are measured rightly")
struct MeasureTests {
    private func file(_ source: String, _ path: String = "Sources/Some/Thing.swift") -> SwiftFile {
        SwiftFile(path: path, module: "Some", source: source)
    }

    @Test("what a text or a comment holds is no declaration, what it interpolates is code")
    func texts() {
        let file = file(
            ##"""
            let a = "func one(_ a: Int, _ b: Int, _ c: Int) \(shownWord("}")) // no comment"
            let b = #"a "quoted" \(notCode) \#(isCode)"#
            let c = """
                /// no documentation
                struct Inner { "
                """
            /* struct /* nested */ Gone {} */
            let d = /struct \/ {/
            struct Thing {}
            """##)
        #expect(file.declarations.map(\.name) == ["a", "b", "c", "d", "Thing"])
        #expect(file.words.contains("shownWord"))
        #expect(file.words.contains("isCode"))
        #expect(!file.words.contains("notCode"))
        #expect(file.documentationLineCount == 0)
        #expect(file.commentLineCount == 1)
    }

    @Test("labels are counted, and what closures take is not")
    func labels() {
        let file = file(
            """
            struct Thing {
                func one(_ a: Int, _ b: [String: Int] = [:], _ c: (Int, Int) -> Void) {}
                func two(of a: Int, _ b: (_ x: Int, _ y: Int, _ z: Int) -> Void) {}
                static func + (_ a: Int, _ b: Int, _ c: Int) {}
                init?<A, B>(_ a: Set<Array<A>>, in b: B, c: Int) where A == B {}
            }
            """)
        #expect(
            file.functions.map(\.signature) == [
                "Thing.one(_:_:_:)", "Thing.two(of:_:)", "Thing.+(_:_:_:)", "Thing.init(_:in:c:)",
            ])
        #expect(file.unlabelledFunctions.map(\.name) == ["one"])
    }

    @Test("a kernel is a loop written into its callers beside unsafe code, and needs no labels")
    func kernels() {
        let kernel = "@inline(__always)\nfunc step(_ a: UInt64, _ b: UInt64, _ c: UInt64) {}\n"
        #expect(file(kernel).unlabelledFunctions.count == 1)
        #expect(file(kernel + "let a = unsafe b").unlabelledFunctions.isEmpty)
        #expect(file(kernel + "nonisolated(unsafe) let b = 1").unlabelledFunctions.count == 1)
    }

    @Test("a type belongs in a file of its name, private and nested ones apart")
    func types() {
        let source =
            "private struct Hidden {}\nenum Other { struct Nested {} }\nextension Thing {}\nclass Thing {}"
        #expect(file(source).strayTypes.map(\.name) == ["Other"])
        #expect(file(source, "Sources/Some/Thing+Other.swift").strayTypes.count == 2)
    }

    @Test("lines of a body are those between its braces, blocks are counted by how deep they are")
    func bodies() {
        let file = file(
            """
            protocol P {
                func required(_ a: Int) -> Int
                var value: Int { get }
            }
            func short() -> Int { 1 }
            func long(_ list: [Int]) {
                for a in list {
                    if a > 1 { list.forEach { b in print(b) } }
                }
                func local() {}
            }
            """)
        #expect(file.functions.map(\.bodyLines) == [nil, 1, 4, 1])
        #expect(file.functions.map(\.nesting) == [0, 0, 3, 0])
        #expect(file.functions.map(\.isLocal) == [false, false, false, true])
    }

    @Test("a comment of three words on an initialiser is too short")
    func comments() {
        let file = file(
            """
            public struct Thing {
                /// A place.
                public init() {}
                /// From bytes that a file holds.
                @inlinable
                public init(bytes: [UInt8]) {}
                public let open = 1
                public private(set) var count = 0
            }
            """)
        #expect(file.terseInitialisers.map(\.line) == [2 + 1])
        #expect(file.undocumented.map(\.name) == ["Thing", "open", "count"])
    }

    @Test("an import serves when a name of that module alone is used")
    func imports() {
        let shown = SwiftFile(
            path: "Sources/Low/Low.swift", module: "Low",
            source: "public struct Deep {}\nextension Int { public var grouped: String { \"\" } }")
        let comma = SwiftFile(
            path: "Sources/High/A.swift", module: "High", source: "import Low\nlet a = 1.grouped")
        let serious = SwiftFile(
            path: "Sources/High/B.swift", module: "High", source: "import Low\nlet b: Deep? = nil")
        let idle = SwiftFile(path: "Sources/High/C.swift", module: "High", source: "import Low\nlet c = 1")
        let house = House(files: [shown, comma, serious, idle])
        #expect(house.importsForShowing.map(\.path) == ["Sources/High/A.swift"])
    }
}
