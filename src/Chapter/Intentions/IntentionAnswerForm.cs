namespace RecoveryCoP.Chapter.Intentions;

/// <summary>What a member answers who is asked what became of an intention, as a form sends it.</summary>
public static class IntentionAnswerForm
{
    /// <summary>The answer; refused when it is none.</summary>
    /// <param name="actor">Who answers.</param>
    /// <param name="intention">About which intention.</param>
    /// <param name="said">Which button was pressed.</param>
    /// <param name="why">Why nothing came of it, if they chose a reason; only with "no".</param>
    public static Result<AnswerIntention> Read(Actor actor, Guid intention, string? said, string? why)
    {
        IntentionAnswer? answer = said switch
        {
            "begun" => IntentionAnswer.Begun,
            "not-yet" => IntentionAnswer.NotYet,
            "no" => IntentionAnswer.No,
            _ => null,
        };
        return answer is not { } one || (!string.IsNullOrEmpty(why) && IntentionText.Reasons.ValueOf(why) is null) ? Refusal.Of("intention.answer-missing")
            : new AnswerIntention(actor, intention, one, one == IntentionAnswer.No ? IntentionText.Reasons.ValueOf(why) : null);
    }
}
