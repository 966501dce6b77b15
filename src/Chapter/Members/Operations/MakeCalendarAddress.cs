namespace RecoveryCoP.Chapter.Members;

/// <summary>Gives one's calendar a secret address; one that there was is none any more, at once.</summary>
/// <param name="Actor">Whose, for themselves.</param>
/// <param name="Hash">SHA-256 of the new secret, in hexadecimal.</param>
/// <param name="Sealed">The secret under the node's keys.</param>
[GenerateSerializer, Immutable, Alias("member.make-calendar-address")]
public sealed record MakeCalendarAddress([property: Id(0)] Actor Actor, [property: Id(1)] string Hash, [property: Id(2)] string Sealed) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member.RefusalToSay(Actor, at) is { } refusal ? refusal : member with { Calendar = new(Hash, Sealed, member.Stay) };
}
