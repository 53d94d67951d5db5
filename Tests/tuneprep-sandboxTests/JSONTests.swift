import Foundation
import Testing

@testable import tuneprep_sandbox

@Suite("JSON")
struct JSONTests {
    @Test("numbers, words and null come through JSON as they are")
    func json() {
        let text = #"{"a":[1,-2.5,true,null,"é\n"],"b":{}}"#
        let json = JSON(parsing: Data(text.utf8))
        #expect(json == ["a": [1, -2.5, true, nil, "é\n"], "b": [:]])
        #expect(json?.text == text)
    }
}
