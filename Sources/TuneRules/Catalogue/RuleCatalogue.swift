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

    /// The rules for data that goes to `profile`, those in `allow` left out; `only` empty means all.
    static func rules(
        for profile: Profile, only: Set<RuleID>, allow: Set<RuleID>
    ) -> [(id: RuleID, rule: any Rule)] {
        rules(for: profile).compactMap { rule in
            guard let id = RuleID(named: type(of: rule).description.code) else { return nil }
            return (only.isEmpty || only.contains(id)) && !allow.contains(id) ? (id, rule) : nil
        }
    }
}

extension RuleID {
    /// True when the rule judges rows one by one, so that rows can be left out by it.
    public var judgesRows: Bool {
        let code = description.code
        let rule = RuleCatalogue.rules(for: .any).first { type(of: $0).description.code == code }
        switch rule?.kind {
        case .file, .model: return false
        default: return !(rule is LeakedValidation)
        }
    }
}
