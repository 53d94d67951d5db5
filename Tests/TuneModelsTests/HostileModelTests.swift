import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneModels

@Suite("a hostile model is judged by its bytes and in little time")
struct HostileModelTests {
    @Test("a file in a folder below is not one of the model's own, whatever its name begins with")
    func marks() throws {
        let fixture = try ModelFixture.adapter()
        let weights = try fixture.folder.bytes(of: "adapter_model.safetensors")
        try FileManager.default.removeItem(atPath: fixture.folder.path("adapter_model.safetensors"))
        try fixture.write(weights, to: "a/\u{301}adapter_model.safetensors")
        #expect(try fixture.kinds() == [.noWeights])
        let sharded = try ModelFixture.sharded { $0["lm_head.weight"] = "a/\u{301}.safetensors" }
        #expect(try sharded.kinds().contains(.shardOutside("a/\u{301}.safetensors")))
    }

    @Test("a member that is repeated without end takes time in proportion, and is one defect")
    func repeatedMember() {
        let members = String(repeating: #""shape":[0],"#, count: 200_000)
        let header = #"{"a":{\#(members)"dtype":"U8","data_offsets":[0,0]}}"#
        let clock = ContinuousClock()
        var survey: SafetensorsSurvey?
        let time = clock.measure { survey = Safetensors.survey(Safetensors.file(header)) }
        #expect(survey?.defects == [.duplicateKey("shape", tensor: "a")])
        #expect(time < .seconds(20))
    }

    @Test("elements of tensors without bytes are counted up to the largest number")
    func sums() throws {
        let fixture = try ModelFixture.adapter()
        let tallies = [TensorType.f16, .bf16].map {
            TypeTally(type: $0, tensors: 1, parameters: .max, bytes: .max)
        }
        let file = ModelFile(path: "a", size: .max, types: tallies)
        var report = try fixture.report()
        report.files = [file, file]
        report.types = tallies
        #expect(file.parameters == .max)
        #expect((report.parameters, report.bytes, report.tensors) == (Int.max, Int.max, 2))
    }

    @Test("a check that is stopped says so and reads nothing more", arguments: [0, 1, 4])
    func stops(_ questions: Int) throws {
        let fixture = try ModelFixture.adapter()
        let asked = Mutex(0)
        let report = try fixture.report {
            $0.cancellation = Cancellation {
                asked.withLock { count in
                    count += 1
                    return count > questions
                }
            }
        }
        #expect(report.isInterrupted)
        #expect(report.files.count <= questions)
        #expect(try !fixture.report().isInterrupted)
    }

    @Test("of a file's defects a thousand are kept, and the rest is counted")
    func manyFaults() throws {
        let fixture = try ModelFixture.adapter()
        let entries = (0..<5000).map { #""\#($0)":{"dtype":"F9","shape":[],"data_offsets":[0,0]}"# }
        try fixture.write(Safetensors.file("{\(entries.joined(separator: ","))}"), to: "more.safetensors")
        let kinds = try fixture.kinds()
        #expect(kinds.count == 1001)
        #expect(kinds.last == .moreDefects(4000))
        var list = ModelDefectList()
        for number in 0..<50_000 { list.append(ModelDefect(.python, in: "\(number / 500)")) }
        #expect(list.all.count { $0.kind == .python } == ModelDefectList.mostInAll)
    }

    @Test("the headers of all files together are no longer than one may be")
    func headersTogether() throws {
        let file = Safetensors.file(#"{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#)
        let length = file.count - 8
        func survey(_ before: Int) -> SafetensorsSurvey {
            var scan = SafetensorsScan(size: file.count, headersBefore: before)
            scan.take(file.span)
            return scan.survey()
        }
        let limit = SafetensorsScan.headerLimit
        #expect(survey(limit - length).defects.isEmpty)
        #expect(survey(limit - length).headerLength == length)
        #expect(survey(limit - length + 1).defects == [.headersTooLong(together: limit + 1, limit: limit)])
        let fixture = try ModelFixture.adapter()
        var full = survey(0)
        full.headerLength = limit
        try fixture.write(file, to: "a.safetensors")
        let kinds = try fixture.kinds { $0.surveys = ["a.safetensors": full] }
        #expect(kinds.contains { if case .weights(.headersTooLong) = $0 { true } else { false } })
    }

    @Test("settings that would fill the memory are refused, and others are only read past")
    func settings() throws {
        let fixture = try ModelFixture.adapter()
        let list = "[" + String(repeating: "0,", count: 200_000) + "0]"
        try fixture.write(#"{"a":\#(list)}"#, to: "config.json")
        #expect(try fixture.kinds() == [.json(.tooManyValues(limit: JSON.settingsLimit))])
        try fixture.write([UInt8](repeating: 0x20, count: 1 << 21), to: "config.json")
        #expect(try fixture.kinds() == [.tooLong(size: 1 << 21, limit: 1 << 20)])
        try fixture.write("{}", to: "config.json")
        try fixture.write(#"{"a":\#(list)}"#, to: "tokenizer_config.json")
        #expect(try fixture.kinds().isEmpty)
        try fixture.write(#"{"auto_map":\#(list)}"#, to: "tokenizer_config.json")
        #expect(try fixture.kinds() == [.json(.tooManyValues(limit: JSON.settingsLimit))])
        try fixture.write("{", to: "sub/config.json")
        try fixture.write("{}", to: "tokenizer_config.json")
        #expect(try fixture.kinds().isEmpty)
    }
}
