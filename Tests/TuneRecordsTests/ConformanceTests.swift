import Foundation
import Testing
import TuneBytes

@testable import TuneRecords

@Suite("Conformance suites of others")
struct ConformanceTests {
    private static let csv = "csv-spectrum"
    private static let json = "JSONTestSuite/test_parsing"

    @Test(
        "every file of csv-spectrum gives the records that its JSON names",
        .enabled(if: RealData.has(csv), "needs ../shared/data/csv-spectrum"))
    func csvSpectrum() throws {
        let names = RealData.names(in: "\(Self.csv)/csvs", ending: ".csv")
        #expect(names.count == 12)
        // The file and the JSON of location_coordinates disagree, and its bytes are not UTF-8.
        for name in names where name != "location_coordinates.csv" {
            let stem = name.dropLast(4)
            let expected = try JSONDecoder().decode(
                [[String: String]].self, from: Data(RealData.bytes("\(Self.csv)/json/\(stem).json")))
            for sliceSize in [1, 1 << 20] {
                let reading = ReadResult(try RealData.bytes("\(Self.csv)/csvs/\(name)"), sliceSize: sliceSize)
                #expect(reading.defects.isEmpty, "\(name)")
                let found = reading.usable.map { Dictionary(uniqueKeysWithValues: zip(reading.columns, $0)) }
                #expect(found == expected, "\(name)")
            }
        }
    }

    @Test(
        "every valid file of JSONTestSuite is accepted",
        .enabled(if: RealData.has(json), "needs ../shared/data/JSONTestSuite"))
    func validJSON() throws {
        let names = Self.names("y_")
        #expect(names.count == 95)
        for name in names {
            let defect = JSONDocument.firstDefect(in: try RealData.bytes("\(Self.json)/\(name)"))
            #expect(defect == nil, "\(name)")
        }
    }

    @Test(
        "every invalid file of JSONTestSuite is refused at a byte of the file or at its end",
        .enabled(if: RealData.has(json), "needs ../shared/data/JSONTestSuite"))
    func invalidJSON() throws {
        let names = Self.names("n_")
        #expect(names.count == 188)
        for name in names {
            let bytes = try RealData.bytes("\(Self.json)/\(name)")
            guard let defect = JSONDocument.firstDefect(in: bytes) else {
                Issue.record("\(name) is accepted")
                continue
            }
            #expect((0...bytes.count).contains(defect.offset), "\(name)")
            #expect(defect.end >= defect.offset, "\(name)")
        }
    }

    @Test(
        "every file of JSONTestSuite that parsers may treat either way is judged",
        .enabled(if: RealData.has(json), "needs ../shared/data/JSONTestSuite"))
    func undecidedJSON() throws {
        let names = Self.names("i_")
        #expect(names.count == 35)
        for name in names {
            let bytes = try RealData.bytes("\(Self.json)/\(name)")
            if let defect = JSONDocument.firstDefect(in: bytes) {
                #expect(defect.offset <= bytes.count, "\(name)")
            }
        }
    }

    @Test(
        "no invalid file of JSONTestSuite is read as records without a defect",
        .enabled(if: RealData.has(json), "needs ../shared/data/JSONTestSuite"),
        arguments: [RecordReader.RequestedFormat.json, .jsonl])
    func invalidRecords(format: RecordReader.RequestedFormat) throws {
        for name in Self.names("n_") {
            let reading = ReadResult(try RealData.bytes("\(Self.json)/\(name)"), path: name) {
                $0.format = format
            }
            #expect(reading.error != nil || !reading.defects.isEmpty, "\(name)")
        }
    }

    @Test(
        "no valid list or object of JSONTestSuite has a defect but records that are no objects",
        .enabled(if: RealData.has(json), "needs ../shared/data/JSONTestSuite"))
    func validRecords() throws {
        for name in Self.names("y_") {
            let bytes = try RealData.bytes("\(Self.json)/\(name)")
            guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x5B || first == 0x7B else {
                continue
            }
            for defect in ReadResult(bytes, path: name, configure: { $0.format = .json }).defects {
                switch defect.kind {
                case .notAnObject, .loneSurrogate, .duplicateKey: break
                default: Issue.record("\(name): \(defect)")
                }
            }
        }
    }

    @Test(
        "every file of JSONTestSuite comes through as any format, in slices of any size",
        .enabled(if: RealData.has(json), "needs ../shared/data/JSONTestSuite"),
        arguments: RecordReader.RequestedFormat.allCases)
    func robustness(format: RecordReader.RequestedFormat) throws {
        for name in Self.names("") {
            let bytes = try RealData.bytes("\(Self.json)/\(name)")
            let whole = ReadResult(bytes, path: name) { $0.format = format }
            let sliced = ReadResult(bytes, path: name, sliceSize: 16) { $0.format = format }
            #expect(whole == sliced, "\(name)")
            for defect in whole.defects { #expect((0...bytes.count).contains(defect.offset), "\(name)") }
        }
    }

    private static func names(_ start: String) -> [String] {
        RealData.names(in: json, ending: ".json").filter { $0.hasPrefix(start) }
    }
}
