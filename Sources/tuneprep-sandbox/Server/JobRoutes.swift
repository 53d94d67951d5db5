import Hummingbird

/// `/jobs`.
struct JobRoutes: Sendable {
    let world: World

    func add(to group: RouterGroup<SandboxContext>) {
        group.post("jobs") { request, _ in try await create(try await request.object()) }
        group.get("jobs") { request, _ in try await list(request) }
        group.get("jobs/:id") { _, context in
            let job = json(try await world.store.job(context.id, world.scenario, look: true))
            return Response.json(world.scenario.jobRead == .nested ? ["job": job] : job)
        }
        group.post("jobs/:id/cancel") { _, context in
            _ = try await world.store.cancel(context.id, world.scenario)
            return Response.json(["status": "cancelled"])
        }
        group.get("jobs/:id/metrics") { _, context in
            let scenario = world.scenario
            let job = try await world.store.job(context.id, scenario)
            let done = JobSchedule(job, scenario).stepsDone(of: job)
            let seconds = scenario.fast ? 0 : scenario.secondsPerStep
            let metrics = Metrics(job, stepsDone: done, secondsPerStep: seconds)
            return Response.json(metrics.json(scenario))
        }
        group.get("jobs/:id/download") { request, context in try await download(context.id, request) }
        group.post("jobs/:id/exports/hugging-face") { request, context in
            try await export(context.id, try await request.object())
        }
    }

    private func create(_ body: JSON) async throws -> Response {
        let scenario = world.scenario
        let draft = try await JobDraft(body, world)
        let usage = try await draft.usage(world)
        let estimate: JSON = [
            "cost": .number(usage.cost), "tokens": .integer(usage.billedTokens),
        ]
        if draft.dryRun { return .json(["dry_run": true, "estimated_usage": estimate]) }
        let job = json(try await world.store.addJob(draft.plan, usage: usage, credit: scenario.credit))
        let answer: JSON =
            scenario.jobAnswer == .nested
            ? ["dry_run": false, "job": job] : job.merging(["dry_run": false])
        return .json(answer, status: 201)
    }

    private func list(_ request: Request) async throws -> Response {
        let scenario = world.scenario
        let limit = try request.limit(10)
        let wanted = request.uri.queryParameters["status"].map(String.init)
        let jobs = try await world.store.allJobs(scenario).filter {
            wanted == nil || JobSchedule($0, scenario).status(of: $0) == wanted
        }
        return .list(jobs.prefix(limit).map(json))
    }

    /// The three ways in which the service is said to hand over a model.
    private func download(_ id: String, _ request: Request) async throws -> Response {
        let scenario = world.scenario
        let job = try await world.store.finishedJob(id, scenario)
        if scenario.download == .bytes {
            return RangedAnswer(archive: job, world).response(to: request)
        }
        let url = try await SignedURL.make(path: "/signed/jobs/\(job.id).tar.gz", world)
        if scenario.download == .json { return .json(["download_url": .string(url)]) }
        return Response(status: .found, headers: [.location: url])
    }

    /// Checks the three members; the token is not kept.
    private func export(_ id: String, _ body: JSON) async throws -> Response {
        _ = try Field("huggingface_user_id", body["huggingface_user_id"]).text()
        _ = try Field("huggingface_access_token", body["huggingface_access_token"]).text()
        let repository = try Field("huggingface_repository_id", body["huggingface_repository_id"]).text()
        let parts = repository.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts.contains("") else {
            throw Refusal.invalid("huggingface_repository_id must have the form user/repo")
        }
        let export = try await world.store.export(id, to: repository, world.scenario)
        return .json(["id": .string(export.id), "status": "running"], status: 202)
    }

    private func json(_ job: StoredJob) -> JSON {
        JobAnswer(job, world.scenario, now: world.clock.now()).json
    }
}
