import Testing

/// The whole way, from data to model, as a user walks it.
@Suite("a sandbox on the sandbox", .serialized)
struct WholeWayTests {
    private static let rows = (0..<30).map {
        "What is \($0) plus one?,The sum of \($0) and one is \($0 + 1)\n"
    }
    private static let data = "question,answer\n" + rows.joined()
    private static let job = "--dataset trials --model meta-llama-3.1-8b --prompt question --answer answer"

    private func prepared() throws -> SandboxProcess {
        let sandbox = try SandboxProcess()
        try sandbox.write(Self.data, to: "train.csv")
        try sandbox.write("question,answer\nWho?,Nobody at all\n", to: "valid.csv")
        let sent = try sandbox.run("upload train.csv --validation valid.csv --name trials")
        try #require(sent.status == 0, "\(sent.transcript)")
        return sandbox
    }

    private func created(_ sandbox: SandboxProcess, _ name: String) throws -> String {
        try sandbox.json("jobs create \(Self.job) --evals 2 --yes --name \(name)", ["jobs", 0, "id"])
    }

    @Test("from a file to a model", arguments: [("redirect", "a"), ("json", "b"), ("bytes", "a")])
    func wholeWay(_ download: String, _ metrics: String) async throws {
        let sandbox = try prepared()
        let answers = metrics == "a" ? #""job_answer":"nested","job_read":"nested""# : #""job_answer":"flat""#
        try await sandbox.scenario(
            #"{"download":"\#(download)","metrics_shape":"\#(metrics)","running_word":"pondering",\#(answers)}"#
        )
        let quote = try sandbox.run("jobs quote \(Self.job) --training train.csv --price 3")
        #expect(quote.output.contains("service  $2.00 for") && quote.output.contains("the cost is the same"))
        let job = try created(sandbox, "whole")
        let watched = try sandbox.run("jobs watch \(job) --interval 1")
        #expect(watched.status == 0 && watched.errors.contains("pondering"), "\(watched.transcript)")
        #expect(
            try sandbox.run("jobs metrics \(job)").output.contains("* training loss, o validation loss"))
        #expect(try sandbox.run("jobs list --status completed").output.contains(job))
        let model = try sandbox.run("download model \(job) -o model.tar.gz")
        #expect(model.status == 0, "\(model.transcript)")
        let names = try Command.run("tar tzf model.tar.gz", in: sandbox.folder).output
        #expect(names.contains("adapter_model.safetensors"))
    }

    @Test(
        "a job whose answer is lost is found, and is there once",
        arguments: [#""status":502,"after":true"#, #""close":true,"after":true"#])
    func lost(_ fault: String) async throws {
        let sandbox = try prepared()
        // The first is the quote.
        try await sandbox.scenario(#"{"faults":[{"method":"POST","path":"*/jobs","nth":2,\#(fault)}]}"#)
        let result = try sandbox.run("jobs create \(Self.job) --yes --name lost")
        #expect(
            result.status == 2 && result.errors.contains("the job may exist: found"), "\(result.transcript)")
        #expect(try sandbox.run("jobs list").output.split(separator: "\n").count == 2)
    }

    @Test("an address that expires in the middle is asked for anew, and the parts fit")
    func expired() async throws {
        let sandbox = try prepared()
        try await sandbox.scenario(#"{"adapter_layers":20}"#)
        let job = try created(sandbox, "expired")
        try sandbox.finish(job)
        #expect(try sandbox.run("download model \(job) -o whole.tar.gz").status == 0)
        for shape in ["redirect", "json"] {
            try await sandbox.scenario(
                #"{"download":"\#(shape)","faults":[{"path":"/signed/*","cut":20000,"times":2},{"path":"/signed/*","nth":3,"status":403}]}"#
            )
            let result = try sandbox.run("download model \(job) -o \(shape).tar.gz")
            #expect(
                result.status == 0 && result.errors.contains("20,000 of them here already"),
                "\(result.transcript)")
            #expect(try Command.run("cmp whole.tar.gz \(shape).tar.gz", in: sandbox.folder).status == 0)
        }
    }

    @Test("an interrupted creation looks at the list, an interrupted download keeps its part")
    func interrupted() async throws {
        let sandbox = try prepared()
        try await sandbox.scenario(
            #"{"faults":[{"method":"POST","path":"*/jobs","nth":2,"after":true,"delay":5}]}"#)
        let background = " & sleep 2; kill -INT $!; wait $!"
        let create = try sandbox.run("jobs create \(Self.job) --yes --name cut", after: background)
        #expect(create.status == 130 && create.errors.contains("is not known"), "\(create.transcript)")
        try await sandbox.scenario(#"{"faults":[],"adapter_layers":20}"#)
        let job = try created(sandbox, "slow")
        try sandbox.finish(job)
        try await sandbox.scenario(#"{"faults":[{"path":"/signed/*","pace":20000}]}"#)
        let download = try sandbox.run("download model \(job) -o m.tar.gz", after: background)
        #expect(download.status == 130 && download.errors.contains("are kept"), "\(download.transcript)")
        try await sandbox.scenario(#"{"faults":[]}"#)
        #expect(
            try sandbox.run("download model \(job) -o m.tar.gz").errors.contains("of them here already"))
    }

    @Test("a budget that is exceeded creates nothing, and a failed job is exit status 1")
    func ends() async throws {
        let sandbox = try prepared()
        #expect(try sandbox.run("jobs create \(Self.job) --yes --max-cost 1").status == 1)
        #expect(try sandbox.run("jobs list").output == "no jobs\n")
        try await sandbox.scenario(#"{"outcome":"failed"}"#)
        let job = try created(sandbox, "failing")
        #expect(try sandbox.run("jobs watch \(job) --interval 1").status == 1)
        #expect(try sandbox.run("download model \(job)").errors.contains("there is no model of the job"))
    }

    @Test("the organization is found by the token alone, and credit that has run out is named")
    func identity() async throws {
        let sandbox = try prepared()
        let listed = try sandbox.run("jobs list", without: "NSCALE_ORGANIZATION_ID")
        #expect(listed.status == 0 && listed.output == "no jobs\n", "\(listed.transcript)")
        try await sandbox.scenario(#"{"credit":0}"#)
        let poor = try sandbox.run("jobs create \(Self.job) --yes")
        #expect(poor.status == 2 && poor.errors.contains("no credit is left"), "\(poor.transcript)")
    }
}
