namespace RecoveryCoP.Chapter.Intentions;

/// <summary>What a member says who is asked what became of an intention.</summary>
public enum IntentionAnswer
{
    /// <summary>They have begun.</summary>
    Begun,

    /// <summary>Not yet: they are asked once more.</summary>
    NotYet,

    /// <summary>They will not.</summary>
    No,
}

/// <summary>A member says what became of an intention; what they said before is replaced.</summary>
/// <param name="Actor">Who, for themselves.</param>
/// <param name="Intention">Which.</param>
/// <param name="Answer">What became of it.</param>
/// <param name="Why">Why nothing did, if they say so; only with "no".</param>
[GenerateSerializer, Immutable, Alias("intentions.answer")]
public sealed record AnswerIntention([property: Id(0)] Actor Actor, [property: Id(1)] Guid Intention, [property: Id(2)] IntentionAnswer Answer, [property: Id(3)] WhyNot? Why)
    : IOperation<MemberIntentions>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<MemberIntentions> On(MemberIntentions mine, OperationContext at)
    {
        if (Actor.Id != at.Id)
        {
            return Refusal.Of("intention.not-yours");
        }

        if (mine.Find(Intention) is not { } known)
        {
            return Refusal.Of("intention.unknown");
        }

        var answered = Answer switch
        {
            IntentionAnswer.Begun => known with { State = IntentionState.Begun, Why = null, AskAt = null },
            IntentionAnswer.No => known with { State = IntentionState.GivenUp, Why = Why, AskAt = null },
            // Said again before the next time, it is the same answer: nobody is asked later for having pressed twice.
            _ when known.WasPutOff && known.AskAt > at.Now => known,
            _ => known with { State = IntentionState.Open, Why = null, WasPutOff = true, AskAt = known.WasPutOff ? null : at.Now + MemberIntentions.UntilAsked },
        };
        return answered == known ? mine : mine.With(answered with { AnsweredAt = at.Now });
    }
}
