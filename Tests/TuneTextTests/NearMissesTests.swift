import Testing
import TuneText

@Suite("near misses are the words a user may have meant")
struct NearMissesTests {
    private let columns = ["question", "answer", "context", "long_answer", "final_decision", "id"]

    @Test(
        "a letter wrong, missing, too many or swapped is found",
        arguments: [
            ("questoin", "question"), ("qestion", "question"), ("quesstion", "question"),
            ("guestion", "question"),
            ("anwser", "answer"), ("contxet", "context"), ("dI", "id"), ("final_desicion", "final_decision"),
        ])
    func typos(word: String, meant: String) {
        #expect(NearMisses.of(word, in: columns).first == meant)
    }

    @Test(
        "case and separators do not count",
        arguments: [
            ("Question", "question"), ("LONG-ANSWER", "long_answer"), ("longAnswer", "long_answer"),
            ("final decision", "final_decision"), (" id ", "id"),
        ])
    func spelling(word: String, meant: String) {
        #expect(NearMisses.of(word, in: columns).first == meant)
    }

    @Test("swapped letters are one mistake, not two")
    func swap() {
        #expect(NearMisses.of("ab1", in: ["ba1"]) == ["ba1"])
        #expect(NearMisses.of("abc", in: ["cba"]).isEmpty)
    }

    @Test("a word that is part of another is found, after the ones that are nearer")
    func parts() {
        #expect(NearMisses.of("decision", in: columns) == ["final_decision"])
        #expect(NearMisses.of("user_question", in: columns) == ["question"])
        #expect(NearMisses.of("answers", in: ["long_answers", "answer"]) == ["answer", "long_answers"])
        #expect(
            NearMisses.of("answer", in: ["a_very_long_answer", "my_answers"]) == [
                "a_very_long_answer", "my_answers",
            ])
        #expect(NearMisses.of("id", in: ["identity"]).isEmpty)
    }

    @Test(
        "words that have nothing to do with it are not suggested",
        arguments: ["label", "xyz", "abstract", "q", "zz", "", "__", "…", "completion"])
    func nonsense(word: String) {
        #expect(NearMisses.of(word, in: columns).isEmpty)
    }

    @Test(
        "words without a letter in common are never near, however short",
        arguments: [("x", "y"), ("a", "1"), ("", "a")])
    func shortWords(word: String, other: String) {
        #expect(NearMisses.of(word, in: [other]).isEmpty)
    }

    @Test("three at most, the nearest first, and in the order given where they are as near")
    func ranking() {
        let words = ["promtps", "prompta", "Prompt", "promptb", "promptc"]
        #expect(NearMisses.of("prompt", in: words) == ["Prompt", "prompta", "promptb"])
        #expect(NearMisses.of("prompt", in: ["promptc", "promptb"]) == ["promptc", "promptb"])
    }

    @Test("a third of a word's letters may be wrong, one in short words")
    func limit() {
        #expect(NearMisses.of("abcdef", in: ["abcdxy"]) == ["abcdxy"])
        #expect(NearMisses.of("abcdef", in: ["abcxyz"]).isEmpty)
        #expect(NearMisses.of("abc", in: ["abx"]) == ["abx"])
        #expect(NearMisses.of("abc", in: ["axy"]).isEmpty)
    }

    @Test("nothing is near where there are no words")
    func noWords() {
        #expect(NearMisses.of("prompt", in: []).isEmpty)
        #expect(NearMisses.of("prompt", in: ["", "_"]).isEmpty)
    }

    @Test("letters of any script are compared")
    func otherScripts() {
        #expect(NearMisses.of("вопрсо", in: ["ответ", "вопрос"]) == ["вопрос"])
        #expect(NearMisses.of("質門", in: ["質問", "回答"]) == ["質問"])
    }
}
