public import TuneFindings

/// Every rule there is, by code.
public enum RuleCatalogue {
    /// The rules for data that goes to `profile`, in order of their codes.
    static func rules(for profile: Profile) -> [any Rule] {
        [
            InvalidUTF8(), TooManyFields(), TooFewFields(), UnterminatedQuote(), StrayQuote(),
            TextAfterQuote(),
            NULCharacter(), MixedLineEnds(), ByteOrderMark(), DuplicateColumn(), PaddedColumnName(),
            EmptyLines(),
            Transcoded(), IndexColumn(), BrokenHeader(),
            InvalidJSON(), SeveralValues(), TruncatedJSON(), DuplicateKey(), LoneSurrogate(),
            ControlCharacterInString(), NotAnObject(), NestedTooDeep(), ValueSpansLines(),
            MissingField(), WrongType(), NotText(), UnknownDecision(),
            EmptyAnswer(), BlankAnswer(), EmptyPrompt(), AnswerEqualsPrompt(), ReplacementCharacter(),
            ControlCharacter(), SpecialTokenLiteral(),
            MissingAssistantTurn(), UnknownRole(), RepeatedRole(), LateSystemMessage(), EndsWithUser(),
            RoleAlias(),
            OverContext(), AnswerLost(),
            DuplicateExample(), ConflictingAnswers(), LeakedValidation(), TooFewExamples(profile: profile),
            OfficialTestRows(), DuplicateID(), UnrememberedExamples(),
            FormatNotAccepted(profile: profile), ExtraColumns(profile: profile),
            NoValidationFile(profile: profile),
            NoPromptColumn(profile: profile), SeveralTurns(), ValidationColumns(),
            LinkInFolder(), UnreadableFile(), MisleadingName(), TooManyFiles(), PickledFile(), RemoteCode(),
            PythonFile(), ExecutableFile(), BrokenSafetensors(), RepeatedKey(), MisplacedTensor(),
            NonFiniteWeights(), BrokenSettings(), SenselessSetting(), NoModel(), MissingShard(),
            IndexDisagrees(), WrongTotalSize(), MissingTensor(), WrongShape(), UnknownTensor(), NoTokenizer(),
            HalfALoraPair(), WrongRank(), UntrainedTarget(), UnevenLayers(), MixedTypes(), JobDisagrees(),
            OtherBaseModel(), PythonNumber(), AppleDouble(), AbsentTarget(),
            JobNotCompared(), TooManyFaults(),
        ]
    }

    /// What every rule is, in order of the codes.
    public static let descriptions: [RuleDescription] =
        rules(for: .nscale).map { type(of: $0).description }.sorted { $0.code < $1.code }

    /// The place of the rule with that code or name, in any case; nil when there is none.
    public static func place(of word: String) -> Int? {
        let folded = word.lowercased()
        return descriptions.firstIndex { $0.code.lowercased() == folded || $0.name == folded }
    }

    /// True when the rule at `place` judges rows one by one, so that rows can be left out by it.
    public static func judgesRows(_ place: Int) -> Bool {
        let rule = rules(for: .any).first { type(of: $0).description.code == descriptions[place].code }
        return !(rule is any FileRule) && !(rule is any ModelRule) && !(rule is LeakedValidation)
    }
}
