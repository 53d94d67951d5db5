import Hummingbird

/// `/jobs`.
struct JobRoutes: Sendable {
    let app: AppState

    func add(to group: RouterGroup<SandboxContext>) {
        group.post("jobs") { request, _ in try await create(try await request.object()) }
        group.get("jobs") { request, _ in try await list(request) }
        group.get("jobs/:id") { _, context in
            let job = json(try await app.store.job(context.id, in: app.scenario, look: true))
            return Response.json(app.scenario.jobRead == .nested ? ["job": job] : job)
        }
        group.post("jobs/:id/cancel") { _, context in
            _ = try await app.store.cancel(context.id, in: app.scenario)
            return Response.json(["status": "cancelled"])
        }
        group.get("jobs/:id/metrics") { _, context in
            let scenario = app.scenario
            let job = try await app.store.job(context.id, in: scenario)
            let done = JobSchedule(job, in: scenario).stepsDone(of: job)
            let seconds = scenario.fast ? 0 : scenario.secondsPerStep
            let metrics = Metrics(job, stepsDone: done, secondsPerStep: seconds)
            return Response.json(metrics.json(in: scenario))
        }
        group.get("jobs/:id/download") { request, context in try await download(context.id, for: request) }
        group.post("jobs/:id/exports/hugging-face") { request, context in
            try await export(context.id, body: try await request.object())
        }
    }

    private func create(_ body: JSON) async throws -> Response {
        let scenario = app.scenario
        let draft = try await JobDraft(body, in: app)
        let usage = try await draft.usage(in: app)
        let estimate: JSON = [
            "cost": .number(usage.cost), "tokens": .integer(usage.billedTokens),
        ]
        if draft.dryRun { return .json(["dry_run": true, "estimated_usage": estimate]) }
        let job = json(try await app.store.addJob(draft.plan, usage: usage, credit: scenario.credit))
        let answer: JSON =
            scenario.jobAnswer == .nested
            ? ["dry_run": false, "job": job] : job.merging(["dry_run": false])
        return .json(answer, status: 201)
    }

    private func list(_ request: Request) async throws -> Response {
        let scenario = app.scenario
        let limit = try request.limit(10)
        let wanted = request.uri.queryParameters["status"].map(String.init)
        let jobs = try await app.store.allJobs(in: scenario).filter {
            wanted == nil || JobSchedule($0, in: scenario).status(of: $0) == wanted
        }
        return .list(jobs.prefix(limit).map(json))
    }

    /// The three ways in which the service is said to hand over a model.
    private func download(_ id: String, for request: Request) async throws -> Response {
        let scenario = app.scenario
        let job = try await app.store.finishedJob(id, in: scenario)
        if scenario.download == .bytes {
            return RangedResponse(archiveOf: job, in: app).response(to: request)
        }
        let url = try await SignedURL.make(path: "/signed/jobs/\(job.id).tar.gz", in: app)
        if scenario.download == .json { return .json(["download_url": .string(url)]) }
        return Response(status: .found, headers: [.location: url])
    }

    /// Checks the three members; the token is not kept.
    private func export(_ id: String, body: JSON) async throws -> Response {
        _ = try Field("huggingface_user_id", value: body["huggingface_user_id"]).text()
        _ = try Field("huggingface_access_token", value: body["huggingface_access_token"]).text()
        let repository = try Field("huggingface_repository_id", value: body["huggingface_repository_id"])
            .text()
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts.contains("") else {
            throw Refusal.invalid("huggingface_repository_id must have the form user/repo")
        }
        let export = try await app.store.export(id, to: repository, in: app.scenario)
        return .json(["id": .string(export.id), "status": "running"], status: 202)
    }

    private func json(_ job: StoredJob) -> JSON {
        JobResponse(job, in: app.scenario, now: app.clock.now()).json
    }
}
