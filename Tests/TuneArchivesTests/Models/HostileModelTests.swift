import Foundation
import Synchronization
import TestSupport
import Testing
import TuneBytes

@testable import TuneArchives

@Suite("a hostile model is judged by its bytes and in little time")
struct HostileModelTests {
    @Test("a file in a folder below is not one of the model's own, whatever its name begins with")
    func marks() throws {
        let stage = try ModelStage.adapter()
        let weights = try stage.folder.bytes(of: "adapter_model.safetensors")
        try FileManager.default.removeItem(atPath: stage.folder.path("adapter_model.safetensors"))
        try stage.write(weights, to: "a/\u{301}adapter_model.safetensors")
        #expect(try stage.faults() == [.noWeights])
        let sharded = try ModelStage.sharded { $0["lm_head.weight"] = "a/\u{301}.safetensors" }
        #expect(try sharded.faults().contains(.shardOutside("a/\u{301}.safetensors")))
    }

    @Test("a member that is repeated without end takes time in proportion, and is one fault")
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
        let stage = try ModelStage.adapter()
        let tallies = [TensorType.f16, .bf16].map {
            TypeTally(type: $0, tensors: 1, parameters: .max, bytes: .max)
        }
        let file = ModelFile(path: "a", size: .max, types: tallies)
        var report = try stage.report()
        report.files = [file, file]
        report.types = tallies
        #expect(file.parameters == .max)
        #expect((report.parameters, report.bytes, report.tensors) == (Int.max, Int.max, 2))
    }

    @Test("a check that is stopped says so and reads nothing more", arguments: [0, 1, 4])
    func stops(_ questions: Int) throws {
        let stage = try ModelStage.adapter()
        let asked = Mutex(0)
        let report = try stage.report {
            $0.isStopped = {
                asked.withLock { count in
                    count += 1
                    return count > questions
                }
            }
        }
        #expect(report.isInterrupted)
        #expect(report.files.count <= questions)
        #expect(try !stage.report().isInterrupted)
    }
}
