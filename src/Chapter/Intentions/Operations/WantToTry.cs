using RecoveryCoP.Chapter.Practices;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>A member would like to try a practice. Saying so twice is saying so once; who said no earlier may want to after all.</summary>
/// <param name="Actor">Who, for themselves.</param>
/// <param name="Intention">Its id.</param>
/// <param name="Practice">What.</param>
[GenerateSerializer, Immutable, Alias("intentions.want-to-try")]
public sealed record WantToTry([property: Id(0)] Actor Actor, [property: Id(1)] Guid Intention, [property: Id(2)] PracticeReference Practice)
    : IOperation<MemberIntentions>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<MemberIntentions> On(MemberIntentions mine, OperationContext at)
    {
        var others = mine.All.Where(i => i.Practice != Practice).ToList();
        return Actor.Id != at.Id ? Refusal.Of("intention.not-yours")
            : mine.On(Practice) is not null ? mine
            : others.Count >= MemberIntentions.Most ? Refusal.Of("intention.too-many", "", MemberIntentions.Most)
            : mine with { Id = at.Id, All = [.. others, new() { Id = Intention, Practice = Practice, At = at.Now, AskAt = at.Now + MemberIntentions.UntilAsked }] };
    }
}
