public import TuneText
internal import TuneTransfer

extension ServiceError: Explained {
    /// What is wrong: lower case, no full stop.
    public var message: String {
        switch self {
        case .badAddress(let text): "`\(text)` is not the address of a service"
        case .badID(let text, let kind): "`\(text)` cannot be the id of \(kind)"
        case .transfer(let error, let request):
            error.message + (request.isEmpty ? "" : " (\(request))")
        case .refused(let refusal): refusal.text
        case .incomplete(let request, let missing): "the answer to \(request) has no \(missing)"
        case .vanished(let job): "the job \(job) is not there any more"
        case .uncertain(let job): job.message
        case .organizations(let ids, _):
            ids.isEmpty
                ? "the token belongs to no organization"
                : "the token belongs to \(ids.count) organizations: \(ids.joined(separator: ", "))"
        case .differs(let difference):
            "the service has other \(difference.what) than were sent: \(difference.stored), not \(difference.sent)"
                + " (file \(difference.id))"
        case .noDownload(let file): "the service offers no download of \(file)"
        case .notComplete(let job, let status):
            "there is no model of the job \(job): it is \(status.isFinal ? "at its end, " : "")\(status.word)"
        case .interrupted: "interrupted"
        }
    }

    /// What to do about it.
    public var help: [String] {
        switch self {
        case .badAddress: ["write it as in `--service https://HOST`; http goes to this machine only"]
        case .badID: ["ids are letters, digits and `._-`; `tuneprep jobs list` shows those of jobs"]
        case .transfer(.gaveUp, _): ["look whether it can be reached, then run this again"]
        case .transfer(let error, _): error.help
        case .refused(let refusal): refusal.help
        case .incomplete:
            ["the service may have changed; `tuneprep --version` and the answer help to find out"]
        case .vanished: ["`tuneprep jobs list` shows what is there"]
        case .uncertain(let job): job.help
        case .organizations(let ids, let variable):
            [ids.isEmpty ? "check the token" : "name one: `--organization ID`, or \(variable)"]
        case .differs: ["do not train on it; upload the file again"]
        case .noDownload: ["if you have its address: `tuneprep download file ID --url ADDRESS`"]
        case .notComplete(let job, let status):
            [
                status.isFinal
                    ? "look why: `tuneprep jobs show \(job)`" : "wait for it: `tuneprep jobs watch \(job)`"
            ]
        case .interrupted: ["what the service does goes on by itself: `tuneprep jobs list`"]
        }
    }

    /// Whether the same question may be answered a little later.
    var mayPass: Bool {
        switch self {
        case .refused(let refusal): refusal.mayPass
        case .transfer(let error, _):
            switch error {
            case .gaveUp, .busy, .malformed, .mayHaveArrived, .tooLong: true
            default: false
            }
        case .incomplete: true
        default: false
        }
    }
}

extension UncertainJob {
    var message: String {
        let opening = "whether the job `\(name)` was created is not known (\(cause))"
        guard let found else { return opening }
        if found.isEmpty { return opening + "; the list has none of that name yet" }
        return "the job may exist: found \(found.map(\.words).joined(separator: ", ")); \(cause)"
    }

    var help: [String] {
        guard let first = found?.first else {
            return ["look before you try again, a second job is paid too: `tuneprep jobs list`"]
        }
        return ["`tuneprep jobs show \(first.id)`; nothing was sent a second time"]
    }
}

extension Job {
    fileprivate var words: String {
        "\(id) (\(status.word)" + (createdAt.map { ", created \($0)" } ?? "") + ")"
    }
}
