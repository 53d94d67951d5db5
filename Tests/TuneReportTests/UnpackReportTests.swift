import TestSupport
import Testing
import TunePipeline
import TuneText

@testable import TuneReport

@Suite("what came of an archive, for people")
struct UnpackReportTests {
    @Test("what was found in an archive without a model is told in every style that shows findings")
    func findingsWithoutModel() throws {
        let folder = try TemporaryFolder()
        let tar = Tar.of(["notes.txt": [0x80, 0x02] + Array("cposix".utf8)])
        let archive = try folder.write(tar.gzipped, to: "a.tar.gz")
        var options = UnpackOptions(into: folder.path("model"))
        options.verification = VerifyOptions(folder: "")
        options.failsAt = nil
        let result = try UnpackRun(options).result(of: archive)
        try #require(result.isPublished)
        for style in ReportStyles.all where style.name != "jsonl" {
            #expect(result.text(in: Rendering(style)).contains("TP705"), "\(style.name)")
        }
        #expect(result.text(in: Rendering()).contains("there is no model in the archive"))
    }
}
