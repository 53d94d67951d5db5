import Foundation
import HTTPTypes
import Testing

@testable import tuneprep_sandbox

@Suite("Inference")
struct InferenceRoutesTests {
    private static let path = "/v1/chat/completions"

    private func body(_ more: JSON = [:]) -> JSON {
        let body: JSON = [
            "model": "Qwen/Qwen3-8B", "messages": [["role": "user", "content": "what is 2 + 2"]],
        ]
        return body.merging(more)
    }

    /// The events of a stream, read as the format says.
    private func events(_ answer: Answer) -> [String] {
        let lines = answer.text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        var events: [String] = []
        var data: [String] = []
        for line in lines {
            if line.hasPrefix("data:") {
                let value = line.dropFirst(5)
                data.append(String(value.first == " " ? value.dropFirst() : value))
            } else if line.isEmpty, !data.isEmpty {
                events.append(data.joined(separator: "\n"))
                data = []
            }
        }
        return events
    }

    private func content(_ events: [String]) -> String {
        events.compactMap {
            JSON(parsing: Data($0.utf8))?["choices"]?.array?.first?["delta"]?["content"]?.string
        }
        .joined()
    }

    @Test("a chat answers with a choice and its usage")
    func chat() async throws {
        let answer = try await Rehearsal().ask(.post, Self.path, body(["n": 2]))
        #expect(answer.status == 200)
        let choices = try #require(answer.json["choices"]?.array)
        #expect(choices.count == 2)
        let text = choices.first?["message"]?["content"]?.string
        #expect(text == "Rehearsal – you said: what is 2 + 2")
        #expect(choices.first?["finish_reason"] == "stop")
        #expect(choices.first?["message"]?["reasoning_content"] == .null)
        #expect(answer.json["usage"]?["prompt_tokens"] == 4)
        #expect(answer.json["usage"]?["total_tokens"] == 13)
    }

    @Test("the answer is cut at the limit", arguments: ["max_tokens", "max_completion_tokens"])
    func limit(name: String) async throws {
        let json = try await Rehearsal(["chat_reply": "one two three"]).ask(
            .post, Self.path, body([name: 2])
        ).json
        #expect(json["choices"]?.array?.first?["message"]?["content"] == "one two")
        #expect(json["choices"]?.array?.first?["finish_reason"] == "length")
    }

    @Test("a stream answers 201 with pieces that make up the whole, then its usage")
    func stream() async throws {
        let ask = body(["stream": true, "stream_options": ["include_usage": true]])
        let answer = try await Rehearsal(["chat_reply": "four, I think"]).ask(.post, Self.path, ask)
        #expect(answer.status == 201)
        #expect(answer.headers[.contentType] == "text/event-stream")
        let events = events(answer)
        #expect(events.last == "[DONE]")
        #expect(content(events) == "four, I think")
        let usage = JSON(parsing: Data(events[events.count - 2].utf8))
        #expect(usage?["choices"] == [])
        #expect(usage?["usage"]?["completion_tokens"] == 3)
    }

    @Test("a ragged stream says the same")
    func ragged() async throws {
        let rehearsal = try await Rehearsal(["stream_ragged": true, "chat_reply": "dž – für Élise"])
        let answer = try await rehearsal.ask(.post, Self.path, body(["stream": true]))
        #expect(answer.text.contains("data:{\r\ndata: "))
        #expect(content(events(answer)) == "dž – für Élise")
    }

    @Test("a stream may end without [DONE], or with an error in its middle")
    func ends() async throws {
        let rehearsal = try await Rehearsal(["stream_done": false, "stream_status": 200])
        let open = try await rehearsal.ask(.post, Self.path, body(["stream": true]))
        #expect(open.status == 200)
        #expect(!open.text.contains("[DONE]"))
        try rehearsal.app.apply(["stream_done": true, "stream_error": true])
        let broken = events(try await rehearsal.ask(.post, Self.path, body(["stream": true])))
        #expect(JSON(parsing: Data((broken.last ?? "").utf8))?["error"]?["message"] != nil)
        #expect(broken.count > 2)
    }

    @Test("the reason of the end may be null or missing", arguments: ["null", "missing"])
    func finish(word: String) async throws {
        let rehearsal = try await Rehearsal(["finish_reason": .string(word)])
        let whole = try await rehearsal.ask(.post, Self.path, body()).json["choices"]?.array?.first
        #expect(whole?["finish_reason"] == (word == "null" ? .null : nil))
        let stream = try await rehearsal.ask(.post, Self.path, body(["stream": true]))
        #expect(stream.text.contains("finish_reason") == (word == "null"))
        #expect(!stream.text.contains("\"stop\""))
    }

    @Test("reasoning and tool calls come when told, in pieces in a stream")
    func reasoningAndTools() async throws {
        let rehearsal = try await Rehearsal(["reasoning": true, "tool_call": true])
        let tools: JSON = ["tools": [["type": "function", "function": ["name": "look_up"]]]]
        let message = try await rehearsal.ask(.post, Self.path, body(tools)).json["choices"]?.array?.first?[
            "message"]
        #expect(message?["reasoning_content"]?.string?.isEmpty == false)
        #expect(message?["tool_calls"]?.array?.first?["function"]?["name"] == "look_up")
        let ask = body(tools).merging(["stream": true])
        let calls = events(try await rehearsal.ask(.post, Self.path, ask)).compactMap {
            JSON(parsing: Data($0.utf8))?["choices"]?.array?.first?["delta"]?["tool_calls"]?.array?.first
        }
        let arguments = calls.compactMap { $0["function"]?["arguments"]?.string }.joined()
        #expect(arguments == "{\"query\":\"rehearsal\"}")
        #expect(calls.count > 2)
    }

    @Test(
        "what is wrong is refused, in the nested form",
        arguments: [
            (["model": "qwen/qwen3-8b"], 404), (["messages": []], 400), (["tool_choice": "required"], 400),
            (["temperature": 3], 400), (["messages": [["role": "robot", "content": "x"]]], 400),
            (["max_tokens": 0], 400),
        ] as [(JSON, Int)])
    func refused(change: JSON, status: Int) async throws {
        let answer = try await Rehearsal().ask(.post, Self.path, body(change))
        #expect(answer.status == status)
        #expect(answer.json["error"]?["message"]?.string != nil)
        #expect(answer.json["error"]?["error_type"]?.string != nil)
    }

    @Test("without credit there is 429, and its type says so")
    func credit() async throws {
        let answer = try await Rehearsal(["inference_credit": false]).ask(.post, Self.path, body())
        #expect(answer.status == 429)
        #expect(answer.json["error"]?["error_type"] == "INSUFFICIENT_CREDIT")
        #expect(answer.json["error"]?["param"] == .null)
    }

    @Test("completions, whole and streamed")
    func completions() async throws {
        let rehearsal = try await Rehearsal(["chat_reply": "a b"])
        let ask: JSON = ["model": "Qwen/Qwen3-8B", "prompt": "x"]
        let whole = try await rehearsal.ask(.post, "/v1/completions", ask).json
        #expect(whole["choices"]?.array?.first?["text"] == "a b")
        #expect(whole["usage"]?["prompt_tokens"] == 1)
        let stream = try await rehearsal.ask(.post, "/v1/completions", ask.merging(["stream": true]))
        #expect(events(stream).count == 4)
    }

    @Test("an embedding has length one, the same for the same text")
    func embeddings() async throws {
        let ask: JSON = ["model": "Qwen/Qwen3-Embedding-8B", "input": ["x", "y", "x"], "dimensions": 5]
        let json = try await Rehearsal().ask(.post, "/v1/embeddings", ask).json
        let vectors = json["data"]?.array?.map { $0["embedding"]?.array?.compactMap(\.number) ?? [] } ?? []
        #expect(vectors.map(\.count) == [5, 5, 5])
        #expect(vectors[0] == vectors[2] && vectors[0] != vectors[1])
        #expect(abs(vectors[0].reduce(0) { $0 + $1 * $1 } - 1) < 1e-9)
        #expect(json["usage"]?["total_tokens"] == 3)
    }

    @Test("an image is a PNG, and models have prices")
    func others() async throws {
        let rehearsal = try await Rehearsal()
        let ask: JSON = ["model": "black-forest-labs/FLUX.1-schnell", "prompt": "a dot", "n": 2]
        let images = try await rehearsal.ask(.post, "/v1/images/generations", ask).json["data"]?.array
        #expect(images?.count == 2)
        let picture = Data(base64Encoded: images?.first?["b64_json"]?.string ?? "") ?? Data()
        #expect(picture.starts(with: [0x89, 0x50, 0x4e, 0x47]))
        let models = try await rehearsal.ask(.get, "/v1/models").json["data"]?.array
        #expect(models?.allSatisfy { $0["pricing"]?["input"]?.number != nil } == true)
    }
}
