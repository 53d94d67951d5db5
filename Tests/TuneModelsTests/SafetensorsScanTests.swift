import TestSupport
import Testing
import TuneBytes
import TuneModels

/// The rules of the safetensors format.
@Suite("a safetensors file is what its header says")
struct SafetensorsScanTests {
    private static let two =
        Safetensors.entry("a", "F16", [2, 2], 0..<8) + ","
        + Safetensors.entry("b", "F32", [], 8..<12)

    @Test("a sound file gives its tensors and its metadata")
    func sound() throws {
        let header = #"{"__metadata__":{"format":"pt"},\#(Self.two)}  "#
        let survey = Safetensors.survey(Safetensors.file(header, [UInt8](repeating: 0, count: 12)))
        #expect(survey.defects.isEmpty)
        let file = try #require(survey.file)
        #expect(file.metadata == ["format": "pt"])
        #expect(file.tensors.map(\.name) == ["a", "b"])
        #expect(file.tensors.map(\.shape) == [[2, 2], []])
        #expect(file.tensors.map(\.type) == [.f16, .f32])
        let start = 8 + header.utf8.count
        #expect(file.tensors.map(\.bytes) == [start..<(start + 8), (start + 8)..<(start + 12)])
        #expect((file.parameters, file.tensorBytes, file.size) == (5, 12, start + 12))
    }

    @Test("tensors may stand in the header in any order, be empty, and be none")
    func order() {
        let parts = Self.two.split(separator: ",\"b").map(String.init)
        let reversed = "{\"b\(parts[1]),\(parts[0])}"
        #expect(
            Safetensors.survey(Safetensors.file(reversed, .init(repeating: 0, count: 12))).defects.isEmpty)
        #expect(Safetensors.survey(Safetensors.file("{}")).file?.tensors.isEmpty == true)
        #expect(Safetensors.survey(Safetensors.file(of: "I64", [3, 0], [])).file?.parameters == 0)
    }

    @Test("every type has its size", arguments: TensorType.allCases)
    func types(_ type: TensorType) {
        let data = [UInt8](repeating: 0, count: type.bits)
        #expect(Safetensors.survey(Safetensors.file(of: type.rawValue, [8], data)).defects.isEmpty)
        let longer = data + [0]
        #expect(
            Safetensors.survey(Safetensors.file(of: type.rawValue, [8], longer)).defects == [
                .wrongLength(wanted: type.bits, found: type.bits + 1, tensor: "a")
            ])
    }

    @Test("the length of the header is compared before it is believed")
    func lengths() {
        let short = Safetensors.survey([1, 0, 0])
        #expect(short.defects == [.tooSmall(size: 3)])
        let long = Safetensors.survey(Safetensors.file("{}", length: 100_000_001))
        #expect(long.defects == [.headerTooLong(length: 100_000_001, limit: 100_000_000)])
        let huge = Safetensors.survey(Safetensors.file("{}", length: .max))
        #expect(huge.defects == [.headerTooLong(length: .max, limit: 100_000_000)])
        let beyond = Safetensors.survey(Safetensors.file("{}", length: 3))
        #expect(beyond.defects == [.headerBeyondEnd(length: 3, size: 10)])
        #expect(Safetensors.survey(Safetensors.file("", length: 0)).defects == [.notAnObject])
    }

    @Test("the header is one JSON object that begins at its first byte")
    func json() {
        #expect(Safetensors.survey(Safetensors.file("xxxxxxxx")).defects == [.notAnObject])
        #expect(Safetensors.survey(Safetensors.file(" {}")).defects == [.notAnObject])
        #expect(
            Safetensors.survey(Safetensors.file("{} x")).defects == [
                .brokenHeader(.unexpected(offset: 3), tensor: nil)
            ])
        #expect(
            Safetensors.survey(Safetensors.file(#"{"a":{"dtype":1}}"#)).defects == [
                .brokenHeader(.mismatch(wanted: .string, found: .number, offset: 14), tensor: "a")
            ])
        let deep = #"{"a":{"x":"# + String(repeating: "[", count: 100_000)
        #expect(
            Safetensors.survey(Safetensors.file(deep)).defects == [
                .brokenHeader(.tooDeep(offset: 136), tensor: "a")
            ])
    }

    @Test("no key stands twice")
    func duplicates() {
        let one = Safetensors.entry("a", "U8", [1], 0..<1)
        #expect(
            Safetensors.survey(Safetensors.file("{\(one),\(one)}", [0])).defects == [
                .duplicateKey("a", tensor: nil)
            ])
        #expect(
            Safetensors.survey(Safetensors.file(#"{"__metadata__":{"x":"1","x":"1"}}"#)).defects == [
                .duplicateKey("x", tensor: "__metadata__")
            ])
        let twice = #"{"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#
        #expect(
            Safetensors.survey(Safetensors.file(twice, [0])).defects == [.duplicateKey("dtype", tensor: "a")])
    }

    @Test(
        "an entry says its type, its shape and two offsets",
        arguments: [
            (#"{"shape":[1],"data_offsets":[0,1]}"#, SafetensorsDefect.missingMember("dtype", tensor: "a")),
            (#"{"dtype":"U8","data_offsets":[0,1]}"#, .missingMember("shape", tensor: "a")),
            (#"{"dtype":"U8","shape":[1]}"#, .missingMember("data_offsets", tensor: "a")),
            (#"{"dtype":"U9","shape":[1],"data_offsets":[0,1]}"#, .unknownType("U9", tensor: "a")),
            (#"{"dtype":"U8","shape":[-1],"data_offsets":[0,1]}"#, .negative(-1, tensor: "a")),
            (
                #"{"dtype":"U8","shape":[1],"data_offsets":[-9223372036854775808,1]}"#,
                .negative(-9_223_372_036_854_775_808, tensor: "a")
            ),
            (#"{"dtype":"U8","shape":[1],"data_offsets":[0]}"#, .notTwoOffsets(1, tensor: "a")),
            (#"{"dtype":"U8","shape":[1],"data_offsets":[1,0]}"#, .backwards(begin: 1, end: 0, tensor: "a")),
            (#"{"dtype":"F4","shape":[1],"data_offsets":[0,1]}"#, .partOfAByte(tensor: "a")),
            (
                #"{"dtype":"F16","shape":[1],"data_offsets":[0,1]}"#,
                .wrongLength(wanted: 2, found: 1, tensor: "a")
            ),
            (#"{"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,1]}"#, .tooLarge(tensor: "a")),
            (#"{"dtype":"U8","shape":[1],"data_offsets":[0,9223372036854775807]}"#, .tooLarge(tensor: "a")),
            (#"{"dtype":"I64","shape":[4611686018427387904],"data_offsets":[0,1]}"#, .tooLarge(tensor: "a")),
        ])
    func entries(_ entry: String, _ defect: SafetensorsDefect) {
        #expect(Safetensors.survey(Safetensors.file(#"{"a":\#(entry)}"#, [0])).defects == [defect])
    }

    @Test("a shape of more dimensions than any library takes is not kept")
    func dimensions() {
        let most = [Int](repeating: 1, count: 64)
        #expect(Safetensors.survey(Safetensors.file(of: "U8", most, [0])).defects.isEmpty)
        #expect(
            Safetensors.survey(Safetensors.file(of: "U8", most + [1], [0])).defects == [
                .tooManyNumbers(limit: 64, tensor: "a")
            ])
    }

    @Test("tensors follow each other without a hole and end with the file")
    func layout() {
        func defects(_ second: Range<Int>, _ count: Int) -> ([SafetensorsDefect], Int) {
            let header =
                "{" + Safetensors.entry("a", "U8", [4], 0..<4) + ","
                + Safetensors.entry("b", "U8", [second.count], second) + "}"
            let file = Safetensors.file(header, [UInt8](repeating: 0, count: count))
            return (Safetensors.survey(file).defects, 8 + header.utf8.count)
        }
        let (gap, gapStart) = defects(6..<8, 8)
        #expect(gap == [.gap(bytes: (gapStart + 4)..<(gapStart + 6), before: "b")])
        #expect(defects(2..<6, 6).0 == [.overlap(tensor: "b", with: "a")])
        let (trailing, dataStart) = defects(4..<6, 7)
        #expect(trailing == [.trailing(bytes: (dataStart + 6)..<(dataStart + 7))])
        let (beyond, start) = defects(4..<6, 5)
        #expect(beyond == [.beyondEnd(end: start + 6, size: start + 5, tensor: "b")])
    }

    @Test("a file that stops before its size is cut off")
    func cut() {
        let file = Safetensors.file(of: "U8", [4], [1, 2, 3, 4])
        for count in 8..<file.count {
            let survey = Safetensors.survey(Array(file[..<count]), size: file.count)
            #expect(survey.defects == [.endedEarly(received: count, size: file.count)])
            #expect(survey.file == nil)
        }
    }

    @Test("a bad header is known as soon as it is in")
    func early() {
        let file = Safetensors.file("{\(Safetensors.entry("a", "U8", [4], 0..<5))}", [0, 0, 0, 0, 0])
        var scan = SafetensorsScan(size: file.count)
        scan.take(file.span.extracting(0..<(file.count - 6)))
        #expect(scan.defects.isEmpty)
        scan.take(file.span.extracting((file.count - 6)..<(file.count - 5)))
        #expect(scan.defects == [.wrongLength(wanted: 4, found: 5, tensor: "a")])
        #expect(scan.isDecided)
    }

    @Test("pieces of any size give the same survey")
    func pieces() throws {
        var (generator, seed) = SeededGenerator.fresh()
        for _ in 0..<60 {
            let file = InventedTensors.file(&generator)
            let whole = Safetensors.survey(file)
            #expect(whole.defects.isEmpty, "seed \(seed)")
            for piece in [1, 2, 3, 7, 8, 64, 1000] {
                #expect(Safetensors.survey(file, piece: piece) == whole, "seed \(seed), pieces of \(piece)")
            }
        }
    }

    @Test("changed bytes never stop a scan, and pieces of any size say the same of them")
    func mutations() throws {
        var (generator, seed) = SeededGenerator.fresh()
        var refused = 0
        for _ in 0..<2000 {
            var file = InventedTensors.file(&generator)
            InventedTensors.mutate(&file, &generator)
            let whole = Safetensors.survey(file)
            #expect((whole.file == nil) == !whole.defects.isEmpty, "seed \(seed)")
            #expect(Safetensors.survey(file, piece: 5) == whole, "seed \(seed)")
            refused += whole.file == nil ? 1 : 0
        }
        #expect(refused > 500, "seed \(seed)")
    }
}
