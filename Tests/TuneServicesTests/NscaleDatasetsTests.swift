import Testing
import TuneTransfer

@testable import TuneServices

@Suite("a data set is made once, changed and removed")
struct NscaleDatasetsTests {
    @Test("a data set whose answer is lost is taken from the list, and made once")
    func datasets() async throws {
        let transport = ServiceStub { asked, _ in
            asked.method == "POST"
                ? .failing()
                : .json(
                    #"{"data":[{"id":"d-1","name":"n","training_file_id":"f-0"},{"id":"d-2","name":"n","training_file_id":"f-1","validation_file_id":null}]}"#
                )
        }
        let made = try await NscaleService.fake(transport).create(
            DatasetRequest(name: "n", trainingFile: "f-1"))
        #expect(made.id == "d-2" && transport.count("POST", "/datasets") == 1)
    }

    @Test("a data set is changed with what to unset, and removed")
    func changes() async throws {
        let transport = ServiceStub([
            "PATCH /datasets/d-1": .json(#"{"id":"d-1","name":"m"}"#),
            "DELETE /datasets/d-1": Reply(status: 204),
        ])
        let nscale = try NscaleService.fake(transport)
        #expect(
            try await nscale.change("d-1", by: DatasetChange(name: "m", dropsValidation: true)).name == "m")
        #expect(transport.requests[0].body == #"{"unset":{"validation_file_id":true},"name":"m"}"#)
        try await nscale.deleteDataset("d-1")
    }
}
