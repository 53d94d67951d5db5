import Foundation
import TestSupport
import Testing
import TuneHub

@Suite("What the hub's own tools keep")
struct HubHomeTests {
    @Test("the cache is where the hub's own tools have it")
    func cacheFolder() {
        let cache = { HubHome(environment: $0).cache }
        #expect(cache(["HOME": "/h"]) == "/h/.cache/huggingface/hub")
        #expect(cache(["HOME": "/h", "XDG_CACHE_HOME": "/c"]) == "/c/huggingface/hub")
        #expect(cache(["HOME": "/h", "HF_HOME": "~/x"]) == "/h/x/hub")
        #expect(cache(["HOME": "/h", "HF_HOME": "/y", "HF_HUB_CACHE": "/z"]) == "/z")
        #expect(cache([:]) == nil)
    }

    @Test("the token comes from HF_TOKEN, else from the file of the hub's own tools")
    func tokens() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path(".cache/huggingface"), withIntermediateDirectories: true)
        try folder.write(Array("hf_saved\n".utf8), to: ".cache/huggingface/token")
        try folder.write(Array("hf_other".utf8), to: "other")
        let home = ["HOME": folder.path]
        let token = { (more: [String: String]) in
            HubHome(environment: home.merging(more) { $1 }).token
        }
        #expect(token([:]) == "hf_saved")
        #expect(token(["HF_TOKEN": " hf_env "]) == "hf_env")
        #expect(token(["HF_TOKEN": ""]) == "hf_saved")
        #expect(token(["HF_TOKEN": "a\r\nHost: b"]) == "hf_saved")
        #expect(token(["HF_TOKEN_PATH": "~/other"]) == "hf_other")
        #expect(token(["HF_HOME": folder.path(".cache/huggingface")]) == "hf_saved")
        #expect(token(["HF_HOME": folder.path("none")]) == nil)
    }
}
