import Foundation
import HTTPTypes

@testable import tuneprep_sandbox

extension Rehearsal {
    static let table = "question,answer\nq1,a1\nq2,a2\nq3,a3\nq4,a4\nq5,a5\nq6,\"a, \"\"6\"\"\"\n"

    /// A form with parts, each a name, a file name, a type and a content.
    static func form(
        _ parts: [(name: String, file: String?, type: String?, content: Data)], boundary: String = "edge"
    ) -> Data {
        var form = Data()
        for part in parts {
            let file = part.file.map { "; filename=\"\($0)\"" } ?? ""
            let type = part.type.map { "\r\nContent-Type: \($0)" } ?? ""
            let head = "Content-Disposition: form-data; name=\"\(part.name)\"\(file)\(type)"
            form += Data("--\(boundary)\r\n\(head)\r\n\r\n".utf8) + part.content + Data("\r\n".utf8)
        }
        return form + Data("--\(boundary)--\r\n".utf8)
    }

    func upload(
        _ content: String = table, name: String = "train.csv", type: String = "text/csv"
    ) async throws -> Answer {
        let form = Rehearsal.form([("file", name, type, Data(content.utf8))])
        return try await post("files", form, type: "multipart/form-data; boundary=edge")
    }

    /// Uploads a table and makes a dataset of it; gives its id.
    func dataset(_ content: String = table, validation: String? = nil) async throws -> String {
        let training = try await upload(content).json["id"] ?? .null
        var body: JSON = ["name": "pubmed", "training_file_id": training]
        if let validation {
            let id = try await upload(validation).json["id"] ?? .null
            body = body.merging(["validation_file_id": id])
        }
        return try await ask(.post, "datasets", body).json["id"]?.string ?? ""
    }

    /// The body of a job on a dataset.
    func plan(_ dataset: String, _ hyperparameters: JSON = [:], _ more: JSON = [:]) async -> JSON {
        let model = await app.store.identity.baseModels[3].id
        let body: JSON = [
            "name": "pubmed-r8", "base_model_id": .string(model), "hyperparameters": hyperparameters,
            "dataset": [
                "id": .string(dataset), "prompt_column": "question", "answer_column": "answer",
            ],
        ]
        return body.merging(more)
    }

    /// Starts a job; gives its id.
    func job(_ hyperparameters: JSON = [:], validation: String? = nil) async throws -> String {
        let answer = try await ask(
            .post, "jobs", plan(dataset(validation: validation), hyperparameters))
        return (answer.json["job"] ?? answer.json)["id"]?.string ?? ""
    }

    /// Starts a job and lets its time pass.
    func finishedJob(_ hyperparameters: JSON = [:], validation: String? = nil) async throws -> String {
        let id = try await job(hyperparameters, validation: validation)
        time.pass(10_000)
        return id
    }
}
