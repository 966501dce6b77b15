namespace RecoveryCoP.Chapter.Members;

/// <summary>Ends the secret address of one's calendar, at once.</summary>
/// <param name="Actor">Whose, for themselves.</param>
[GenerateSerializer, Immutable, Alias("member.end-calendar-address")]
public sealed record EndCalendarAddress([property: Id(0)] Actor Actor) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        Member.RefusalFor(Actor, at) is { } refusal ? refusal
        : member.Calendar is null ? member
        : member with { Calendar = null };
}
