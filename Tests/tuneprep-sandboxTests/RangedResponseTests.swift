import HTTPTypes
import Testing

@testable import tuneprep_sandbox

@Suite("Downloads")
struct RangedResponseTests {
    @Test("a model comes by redirect, by JSON, or at once: the same bytes")
    func shapes() async throws {
        let rehearsal = try await Rehearsal()
        let path = "jobs/\(try await rehearsal.finishedJob())/download"
        let redirect = try await rehearsal.ask(.get, path)
        #expect(redirect.status == 302)
        let archive = try await rehearsal.follow(redirect.headers[.location] ?? "")
        #expect(archive.status == 200)
        #expect(archive.data.starts(with: [0x1f, 0x8b]))
        try rehearsal.app.apply(["download": "json"])
        let url = try await rehearsal.ask(.get, path).json["download_url"]?.string ?? ""
        #expect(try await rehearsal.follow(url).data == archive.data)
        try rehearsal.app.apply(["download": "bytes"])
        let bytes = try await rehearsal.ask(.get, path)
        #expect(bytes.data == archive.data)
        #expect(bytes.headers[.contentType] == "application/gzip")
    }

    @Test("there is no model before the job is completed")
    func early() async throws {
        let rehearsal = try await Rehearsal()
        let id = try await rehearsal.job()
        #expect(try await rehearsal.ask(.get, "jobs/\(id)/download").status == 409)
        #expect(try await rehearsal.ask(.get, "jobs/nothing/download").status == 404)
    }

    @Test("a signed URL takes no token, expires, and cannot be changed")
    func signature() async throws {
        let rehearsal = try await Rehearsal(["signed_seconds": 60])
        let id = try await rehearsal.finishedJob()
        let url = try await rehearsal.ask(.get, "jobs/\(id)/download").headers[.location] ?? ""
        let withToken = try await rehearsal.follow(url, headers: [.authorization: "Bearer x"])
        #expect(withToken.status == 400)
        #expect(withToken.text.contains("Only one auth mechanism"))
        #expect(try await rehearsal.follow(url.replacing("expires=", with: "expires=9")).status == 403)
        #expect(try await rehearsal.follow(String(url.prefix { $0 != "?" })).status == 403)
        rehearsal.time.pass(59)
        #expect(try await rehearsal.follow(url).status == 200)
        rehearsal.time.pass(1)
        let late = try await rehearsal.follow(url)
        #expect(late.status == 403)
        #expect(late.text.contains("Request has expired"))
        #expect(!late.text.contains("signature="))
    }

    @Test("a signed URL that lives as long as can be said is one")
    func longLived() async throws {
        let rehearsal = try await Rehearsal(["signed_seconds": 1_000_000_000])
        let id = try await rehearsal.finishedJob()
        let url = try await rehearsal.ask(.get, "jobs/\(id)/download").headers[.location] ?? ""
        #expect(try await rehearsal.follow(url).status == 200)
    }

    private func download(_ switches: JSON = [:]) async throws -> (Rehearsal, String, Answer) {
        let rehearsal = try await Rehearsal(switches)
        let id = try await rehearsal.finishedJob()
        let url = try await rehearsal.ask(.get, "jobs/\(id)/download").headers[.location] ?? ""
        return (rehearsal, url, try await rehearsal.follow(url))
    }

    @Test("ranges give the bytes they name, and their place")
    func ranges() async throws {
        let (rehearsal, url, whole) = try await download()
        let size = whole.data.count
        #expect(whole.headers[.acceptRanges] == "bytes")
        for (range, expected) in [
            ("bytes=0-9", 0..<10), ("bytes=100-", 100..<size), ("bytes=-5", size - 5..<size),
            ("bytes=10-\(size + 7)", 10..<size), ("bytes=0-\(Int.max)", 0..<size),
            ("bytes=-\(Int.max)", 0..<size),
        ] {
            let part = try await rehearsal.follow(url, headers: [.range: range])
            #expect(part.status == 206)
            #expect(part.data == whole.data[expected])
            let place = "bytes \(expected.lowerBound)-\(expected.upperBound - 1)/\(size)"
            #expect(part.headers[.contentRange] == place)
        }
        let beyond = try await rehearsal.follow(url, headers: [.range: "bytes=\(size)-"])
        #expect(beyond.status == 416)
        #expect(beyond.headers[.contentRange] == "bytes */\(size)")
        let several = try await rehearsal.follow(url, headers: [.range: "bytes=0-1,4-5"])
        #expect(several.status == 200)
    }

    @Test("If-Range gives a part of the same version, the whole of another")
    func ifRange() async throws {
        let (rehearsal, url, whole) = try await download()
        let tag = try #require(whole.headers[.eTag])
        let resume: HTTPFields = [.range: "bytes=10-", .ifRange: tag]
        #expect(try await rehearsal.follow(url, headers: resume).status == 206)
        try rehearsal.app.apply(["archive_revision": 2])
        let other = try await rehearsal.follow(url, headers: resume)
        #expect(other.status == 200)
        #expect(other.headers[.eTag] != tag)
        #expect(other.data != whole.data)
    }

    @Test("a weak tag validates nothing; there may be none")
    func tags() async throws {
        let (rehearsal, url, weak) = try await download(["etag": "weak"])
        let tag = try #require(weak.headers[.eTag])
        #expect(tag.hasPrefix("W/\""))
        let resume: HTTPFields = [.range: "bytes=10-", .ifRange: tag]
        #expect(try await rehearsal.follow(url, headers: resume).status == 200)
        try rehearsal.app.apply(["etag": "none"])
        #expect(try await rehearsal.follow(url).headers[.eTag] == nil)
    }

    @Test("ranges and the length can be taken away")
    func without() async throws {
        let (rehearsal, url, whole) = try await download(["ranges": false, "content_length": false])
        #expect(whole.headers[.acceptRanges] == nil)
        #expect(whole.headers[.contentLength] == nil)
        let part = try await rehearsal.follow(url, headers: [.range: "bytes=5-"])
        #expect(part.status == 200)
        #expect(part.data == whole.data)
    }

    @Test("HEAD tells the length and sends nothing")
    func head() async throws {
        let (rehearsal, url, whole) = try await download()
        let head = try await rehearsal.follow(url, .head)
        #expect(head.headers[.contentLength] == "\(whole.data.count)")
        #expect(head.data.isEmpty)
    }
}
