import ArgumentParser
import Testing

@testable import tuneprep_sandbox

@Suite("The sandbox")
struct SandboxTests {
    @Test("its command has a name")
    func name() {
        #expect(Sandbox.configuration.commandName == "tuneprep-sandbox")
    }
}
